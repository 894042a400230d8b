/** The migrated database that every test's own database is copied from. */
export const TEMPLATE_DATABASE = "receivables_template";
