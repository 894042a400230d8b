import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Tenant } from "./platform/database/tenancy.js";
import type { ApplicationContext } from "./platform/graphql/application-context.js";
import { AllowAnyone, Derived } from "./platform/graphql/fields.js";
import { defineEnum } from "./platform/graphql/filters.js";
import { CurrencyCode, DateScalar } from "./platform/graphql/scalars.js";

const ViewerKind = defineEnum("ViewerKind", "What kind of credentials they are.", {
  USER: "A person's token.",
  API_KEY: "A program's key.",
});

@AllowAnyone()
@ObjectType("Tenant", { description: "Whose books these are." })
export class TenantType {
  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { description: "Short name, for addresses." })
  slug!: string;

  @Field(() => CurrencyCode, { description: "The currency in which the books are kept." })
  functionalCurrency!: string;

  @Field(() => String, { description: "IANA time zone in which business dates are told." })
  timeZone!: string;
}

interface ViewerRow {
  readonly subject: string;
  readonly kind: string;
  readonly roles: readonly string[];
  readonly scopes: ReadonlySet<string>;
  readonly tenant: Tenant;
  readonly today: string;
}

@AllowAnyone()
@ObjectType({ description: "Who asks, as the credentials prove it." })
export class Viewer {
  @Field(() => String, { description: "The token's subject, or the API key's id." })
  subject!: string;

  @Field(() => ViewerKind, { description: "What kind of credentials they are." })
  kind!: string;

  @Field(() => [String], { description: "Roles; an API key has none." })
  roles!: string[];

  @Derived<ViewerRow>(
    () => [String],
    { description: "What may be done, by name." },
    ({ scopes }) => [...scopes].sort(),
  )
  scopes!: string[];

  @Field(() => TenantType, { description: "Whose books are shown." })
  tenant!: TenantType;

  @Field(() => DateScalar, { description: "Today in the tenant's time zone: the default of every date." })
  today!: string;
}

@Resolver()
export class ViewerResolver {
  /** Open to all credentials whatever their scopes; without any, the principal itself refuses. */
  @AllowAnyone()
  @Query(() => Viewer, { description: "Who asks; needs credentials, but no scope." })
  async viewer(@Ctx() context: ApplicationContext): Promise<ViewerRow> {
    const { subject, kind, roles, scopes } = context.principal;
    return { subject, kind, roles, scopes, tenant: await context.tenant(), today: await context.today() };
  }
}
