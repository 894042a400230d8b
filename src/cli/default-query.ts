/** What the playground shows at first: who you are, what is owed, and by whom. */
export const DEFAULT_QUERY = `# Press ▶. The token in "Headers" is the demonstration company's.
query Welcome {
  viewer {
    subject
    tenant { name functionalCurrency }
  }
  customers(first: 5, orderBy: [{ field: NAME }]) {
    nodes {
      number
      name
      region
      openItems(first: 3) {
        nodes { documentNumber dueDate daysPastDue openAmount { amount currency } }
      }
    }
  }
}
`;
