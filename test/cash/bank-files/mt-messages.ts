/** A message of the given fields, one a line, between balances that fit to `net`, in EUR. */
export function message(fields: string, net = "0,", opening = "0,"): string {
  return `:20:REF\r\n:25:10020030/1234567\r\n:28C:7/1\r\n:60F:C260301EUR${opening}\r\n${fields}\r\n:62F:C260302EUR${net}\r\n-\r\n`;
}
