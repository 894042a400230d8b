import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { OpenItemType, openItemLoader } from "../ledger/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { PaymentApplyInput, PaymentUnapplyInput } from "./application.input.js";
import { applicationLoader } from "./application.loaders.js";
import { ApplicationType } from "./application.type.js";
import { applyPayment } from "./apply-payment.js";
import { receiptLoader } from "./receipt.loaders.js";
import { ReceiptType } from "./receipt.type.js";
import { unapplyPayment } from "./unapply-payment.js";

const TOUCHED = {
  applications: { type: () => [ApplicationType], description: "What was applied or undone." },
  openItems: { type: () => [OpenItemType], description: "The items that were paid or are open again." },
};
const PaymentApplyPayload = payloadType("PaymentApplyPayload", {
  receipt: { type: () => ReceiptType, description: "The payment." },
  ...TOUCHED,
  ...WOULD_POST,
});
const PaymentUnapplyPayload = payloadType("PaymentUnapplyPayload", {
  receipts: { type: () => [ReceiptType], description: "The payments, whose money is unapplied again." },
  ...TOUCHED,
  ...WOULD_POST,
});

@Resolver()
export class ApplicationResolver {
  @Allow("cash:write")
  @Mutation(() => PaymentApplyPayload, {
    description: "Applies a receipt to one or many items, all or none.",
  })
  paymentApply(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentApplyInput, { description: "What it pays." }) input: PaymentApplyInput,
  ): Promise<object> {
    return runCommand(context, applyPayment, input, APPLY_IDS, ({ receiptId, applicationIds }) => ({
      ...touched(context, applicationIds),
      receipt: () => context.load(receiptLoader, receiptId),
    }));
  }

  @Allow("cash:write")
  @Mutation(() => PaymentUnapplyPayload, {
    description: "Undoes applications: the money is unapplied again and the items are open again.",
  })
  paymentUnapply(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentUnapplyInput, { description: "Which applications." })
    input: PaymentUnapplyInput,
  ): Promise<object> {
    return runCommand(context, unapplyPayment, input, { "applicationIds.*": "app" }, ({ applicationIds }) =>
      touched(context, applicationIds),
    );
  }
}

const APPLY_IDS = { receiptId: "rct", "applications.*.openItemId": "itm", "applications.*.invoiceId": "inv" };

/** The applications, their receipts and the items that they pay, each once; read only when selected. */
function touched(context: ApplicationContext, applicationIds: readonly string[]) {
  const applications = async () => {
    const found = await Promise.all(applicationIds.map((id) => context.load(applicationLoader, id)));
    return found.filter((one) => one !== null);
  };
  return {
    applications,
    receipts: async () => {
      const ids = new Set((await applications()).flatMap((one) => one.receiptId ?? []));
      return Promise.all([...ids].map((id) => context.load(receiptLoader, id)));
    },
    openItems: async () => {
      const ids = new Set((await applications()).map((one) => one.openItemId));
      return Promise.all([...ids].map((id) => context.load(openItemLoader, id)));
    },
  };
}
