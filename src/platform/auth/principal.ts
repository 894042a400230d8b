/** Who asks, as the credentials prove it. */
export interface Principal {
  /** UUID. */
  readonly tenantId: string;
  /** The token's `sub`, or the API key's id as clients know it. */
  readonly subject: string;
  /** Who answers for what it does: the token's `sub`, or whoever made the API key. */
  readonly person: string;
  readonly kind: "USER" | "API_KEY";
  readonly roles: readonly string[];
  readonly scopes: ReadonlySet<string>;
  /** UUIDs of the only customers that may be seen; null when all may. */
  readonly customerIds: readonly string[] | null;
  /** When the credentials end; null for an API key without an end. */
  readonly expiresAt: Date | null;
}
