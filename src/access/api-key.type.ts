import { Field, ID, InputType, ObjectType } from "type-graphql";
import { API_KEY_PREFIX } from "../platform/auth/api-keys.js";
import { Allow, IdField } from "../platform/graphql/fields.js";
import { DateTime } from "../platform/graphql/scalars.js";

@Allow("api-keys:manage")
@ObjectType({ description: "A key for a program. The key itself is shown once, when it is made." })
export class ApiKey {
  @IdField(API_KEY_PREFIX)
  id!: string;

  @Field(() => String, { description: "What it is for." })
  name!: string;

  @Field(() => [String], { description: "What it may do." })
  scopes!: string[];

  @Field(() => String, { description: "Who made it." })
  createdBy!: string;

  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it ends by itself." })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was revoked; null while it works." })
  revokedAt!: Date | null;
}

@InputType({ description: "A new API key." })
export class ApiKeyCreateInput {
  @Field(() => String, { description: "What it is for." })
  name!: string;

  @Field(() => [String], { description: "What it may do, e.g. receivables:read; never more than its maker." })
  scopes!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: "Ids of the only customers that it sees; it then only reads.",
  })
  customerIds?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: "When it ends by itself; never when left out." })
  expiresAt?: Date | null;
}

@InputType({ description: "An API key to end." })
export class ApiKeyRevokeInput {
  @Field(() => ID, { description: "Id of the key." })
  apiKeyId!: string;
}
