export { InvoiceEntity } from "./invoice.entity.js";
export type { PricedLine } from "./invoice.rules.js";
export { documentNumber, takeNumbers } from "./invoice-rows.js";
export { type BulkInvoice, postInvoices } from "./post-invoices.js";
