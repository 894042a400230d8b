import type { Principal } from "../auth/principal.js";
import { type BusinessDate, todayIn } from "../business-date.js";
import type { CommandPipeline } from "../commands/pipeline.js";
import type { ReadSession } from "../database/read-session.js";
import type { Tenant } from "../database/tenancy.js";
import { readTenant } from "../database/tenancy.js";
import type { EventFeed } from "../events/event-feed.js";
import { OperationContext, type OperationRequest } from "./context.js";
import { requestError } from "./errors.js";

/** What every operation shares. */
export interface ApplicationServices {
  readonly commands: CommandPipeline;
  readonly feed: EventFeed;
  readonly now: () => Date;
}

/** The context of an operation of this application: reads by its session, changes by the pipeline. */
export class ApplicationContext extends OperationContext {
  private readonly known: { tenant?: Promise<Tenant | undefined> } = {};

  constructor(
    principal: Principal | null,
    request: OperationRequest,
    reads: ReadSession,
    readonly services: ApplicationServices,
  ) {
    super(principal, request, reads);
  }

  get tenantId(): string {
    return this.principal.tenantId;
  }

  /** The principal's tenant; read once an operation. */
  async tenant(): Promise<Tenant> {
    this.known.tenant ??= readTenant(this.reads, this.tenantId);
    const tenant = await this.known.tenant;
    if (!tenant) throw requestError("FORBIDDEN", "The tenant of these credentials does not exist.");
    return tenant;
  }

  override now(): Date {
    return this.services.now();
  }

  /** Today in the tenant's time zone. */
  async today(): Promise<BusinessDate> {
    return todayIn((await this.tenant()).timeZone, this.now());
  }
}
