export { postApplications } from "./post-applications.js";
export { postReceipts } from "./post-receipts.js";
