import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { reportPoint, requireWholeBooks } from "../../ledger/index.js";
import { type BusinessDate, businessDate, daysBetween, startOfMonth } from "../../platform/business-date.js";
import { type SqlFragment, sql } from "../../platform/database/sql.js";
import type { ApplicationContext } from "../../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../../platform/graphql/connections.js";
import { requestError } from "../../platform/graphql/errors.js";
import { Allow } from "../../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../../platform/graphql/filters.js";
import { requireId } from "../../platform/graphql/ids.js";
import type { SortOrder } from "../../platform/graphql/keyset.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../../platform/graphql/run-command.js";
import { type PayloadField, payloadType } from "../../platform/graphql/user-error.js";
import { visibleBankFiles } from "../bank-batch.loaders.js";
import { receiptLoader } from "../receipt.loaders.js";
import { ReceiptType } from "../receipt.type.js";
import { DEFAULT_RECONCILIATION_SETTINGS } from "../reconciliation/index.js";
import { type BankPeriod, isKnownAccount } from "./bank-line.queries.js";
import {
  BankMatchConfirmInput,
  BankMatchRejectInput,
  BankMatchUndoInput,
  BankMatchWhere,
  BankReconciliationArgs,
} from "./bank-match.input.js";
import { bankMatchLoader } from "./bank-match.loaders.js";
import { type BankMatchRow, countBankMatches, pageOfBankMatches } from "./bank-match.queries.js";
import { BankMatchConnection, BankMatchType } from "./bank-match.type.js";
import { BankReconciliationType } from "./bank-reconciliation.type.js";
import { confirmBankMatch } from "./confirm-bank-match.js";
import { rejectBankMatch } from "./reject-bank-match.js";
import { undoBankMatch } from "./undo-bank-match.js";

const MATCH: Readonly<Record<"bankMatch", PayloadField>> = {
  bankMatch: { type: () => BankMatchType, description: "What was decided." },
};
const BankMatchConfirmPayload = payloadType("BankMatchConfirmPayload", { ...MATCH, ...WOULD_POST });
const BankMatchRejectPayload = payloadType("BankMatchRejectPayload", MATCH);
const BankMatchUndoPayload = payloadType("BankMatchUndoPayload", {
  ...MATCH,
  receipts: {
    type: () => [ReceiptType],
    description: "What was recorded anew of receipts that the match had taken back.",
  },
  ...WOULD_POST,
});

/** The bank's lines against the ledger's cash. */
@Resolver()
export class BankMatchResolver {
  @Allow("receivables:read")
  @Query(() => BankReconciliationType, {
    description:
      "A bank account's lines against the ledger's movements of cash: what agrees, what seems to, and what is left on either side.",
  })
  async bankReconciliation(
    @Ctx() context: ApplicationContext,
    @Args(() => BankReconciliationArgs) args: BankReconciliationArgs,
  ): Promise<BankPeriod> {
    requireWholeBooks(context.principal);
    const { asOf } = await reportPoint(context, { asOf: args.to });
    const period = periodOf(args, asOf);
    if (!(await isKnownAccount(context.reads, context.tenantId, period)))
      throw requestError(
        "INVALID_FILTER",
        `No bank file has told of an account ${period.account} in ${period.currency}. bankBatches { nodes { entries { nodes { account } } } } tells the accounts that there are.`,
      );
    return period;
  }

  @Allow("receivables:read")
  @Query(() => BankMatchType, { nullable: true, description: "A decision on a bank line, by id." })
  bankMatch(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<BankMatchRow | null> {
    return context.load(bankMatchLoader, requireId("bmt", id));
  }

  @Allow("receivables:read")
  @Query(() => BankMatchConnection, {
    description: "What was decided of bank lines, also what was undone since; the newest first.",
  })
  async bankMatches(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => BankMatchWhere, { nullable: true, description: "Which ones." })
    where?: BankMatchWhere,
  ): Promise<Connection<BankMatchRow>> {
    const page = keysetPage(args, NEWEST_FIRST);
    const filter = sql`${matchFilter(where)} and ${visibleBankFiles(context)}`;
    const rows = await pageOfBankMatches(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countBankMatches(context.reads, context.tenantId, filter));
  }

  @Allow("cash:write")
  @Mutation(() => BankMatchConfirmPayload, {
    description:
      "Says that a bank line is the money of movements, or that movements undo each other. Money that became receipts twice stays once: those not kept are reversed.",
  })
  bankMatchConfirm(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => BankMatchConfirmInput, { description: "What belongs together." })
    input: BankMatchConfirmInput,
  ): Promise<MutationPayload> {
    return runCommand(context, confirmBankMatch, input, SIDES, ({ bankMatchId }) => ({
      bankMatch: () => context.load(bankMatchLoader, bankMatchId),
    }));
  }

  @Allow("cash:write")
  @Mutation(() => BankMatchRejectPayload, {
    description: "Says that a bank line is not the money of movements: they are not proposed for it again.",
  })
  bankMatchReject(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => BankMatchRejectInput, { description: "What does not belong together." })
    input: BankMatchRejectInput,
  ): Promise<MutationPayload> {
    return runCommand(context, rejectBankMatch, input, SIDES, ({ bankMatchId }) => ({
      bankMatch: () => context.load(bankMatchLoader, bankMatchId),
    }));
  }

  @Allow("cash:write")
  @Mutation(() => BankMatchUndoPayload, {
    description:
      "Takes a decision on a bank line back. Receipts that it had reversed are recorded anew, with nothing applied.",
  })
  bankMatchUndo(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => BankMatchUndoInput, { description: "Which, and why." }) input: BankMatchUndoInput,
  ): Promise<MutationPayload> {
    return runCommand(context, undoBankMatch, input, { bankMatchId: "bmt" }, (result) => ({
      bankMatch: () => context.load(bankMatchLoader, result.bankMatchId),
      receipts: async () => {
        const found = await Promise.all(result.receiptIds.map((id) => context.load(receiptLoader, id)));
        return found.filter((one) => one !== null);
      },
    }));
  }
}

const SIDES = { bankEntryId: "ben", "journalEntryIds.*": "jre" };

const NEWEST_FIRST: SortOrder = [{ column: sql`m.id`, key: "id", type: "uuid", direction: "DESC" }];

const DAYS_MOST = 366;

function periodOf({ account, currency, ...asked }: BankReconciliationArgs, to: BusinessDate): BankPeriod {
  const from = asked.from ? businessDate(asked.from) : startOfMonth(to);
  const { lookBackDays } = asked;
  if (lookBackDays < 0 || lookBackDays > DEFAULT_RECONCILIATION_SETTINGS.daysLater)
    throw requestError("INVALID_FILTER", `lookBackDays is 0 to 30; it is ${lookBackDays}.`);
  if (from > to)
    throw requestError("INVALID_FILTER", `The period begins on ${from} and ends before, on ${to}.`);
  const length = daysBetween(from, to) + 1;
  if (length > DAYS_MOST) {
    const message = `The period has ${length} days; ask for at most ${DAYS_MOST}.`;
    throw requestError("LIMIT_EXCEEDED", message);
  }
  return { account, currency, from, to, lookBackDays };
}

function matchFilter(where: BankMatchWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`m.id`, "bmt", w.id),
    condition(sql`m.status`, w.status),
    idCondition(sql`m.bank_entry_id`, "ben", w.bankEntryId),
    condition(sql`e.account`, w.account),
    condition(sql`m.currency`, w.currency),
    condition(sql`m.decided_at`, w.decidedAt),
  ]);
}
