export { ApiKeyResolver } from "./api-key.resolver.js";
