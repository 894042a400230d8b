export { insertTerms } from "./create-payment-terms.js";
export { CustomerBankAccountEntity, CustomerContactEntity, CustomerEntity } from "./customer.entity.js";
export { normaliseAccount } from "./customer.rules.js";
export { allTerms, termsByIds } from "./payment-terms.queries.js";
export { type Instalment, instalmentsOf, type PaymentTerms } from "./payment-terms.rules.js";
