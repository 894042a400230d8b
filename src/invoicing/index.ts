export { InvoiceEntity } from "./invoice.entity.js";
export { invoiceLoader } from "./invoice.loaders.js";
export type { InvoiceRow } from "./invoice.queries.js";
export { InvoiceResolver } from "./invoice.resolver.js";
export { type PricedLine, priceLine, type TaxInput, totalsOf } from "./invoice.rules.js";
export { InvoiceType } from "./invoice.type.js";
export { type BulkInvoice, postInvoices } from "./post-invoices.js";
export { voidInvoice } from "./void-invoice.js";
