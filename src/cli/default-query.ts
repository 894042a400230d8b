/** What the playground shows at first: who you are, what is owed, and by whom. */
export function defaultQuery(hasToken: boolean): string {
  return `# ${hasToken ? TOKEN_FILLED_IN : TOKEN_MISSING}
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
}

const TOKEN_FILLED_IN = `Press ▶. The token in "Headers" is the demonstration company's.`;
const TOKEN_MISSING = `Put { "Authorization": "Bearer …" } into "Headers", then press ▶. \`npx receivables token --role ADMIN\` prints a token.`;
