import { BankFileError } from "../bank-file.error.js";
import type {
  BankEntry,
  BankFileFormatName,
  BankStatement,
  EntryDetail,
  FilePage,
  ParsedBankFile,
  ProvisionalReport,
} from "../bank-file.model.js";
import { type BankFileFormat, MAX_FILE_BYTES } from "../bank-file-format.js";
import { elementAt, requiredText, textAt, type XmlNode } from "../xml-node.js";
import { readXml, rootOf } from "../xml-reader.js";
import { readDetail } from "./camt-detail.js";
import { type EntryReader, entryReader } from "./camt-entry.js";
import { readStatement } from "./camt-statement.js";

/** Statements, entries and details together; a real file of the byte limit has about a quarter of this. */
const MAX_RECORDS = 500_000;

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[234])\.001\.(\d{2})$/;
const VERSIONS = { first: 2, last: 8 };

/** What one of the three messages is called, and what its reports are. */
interface CamtMessage {
  readonly name: BankFileFormatName;
  readonly message: string;
  /** The message's element below <Document>, and that of each report in it. */
  readonly root: string;
  readonly record: string;
  readonly report?: ProvisionalReport;
}

/** The statement of account: booked entries between two balances. */
export const camt053 = camtFormat({
  name: "CAMT_053",
  message: "camt.053",
  root: "BkToCstmrStmt",
  record: "Stmt",
});

/** The account report of the running day. */
export const camt052 = camtFormat({
  name: "CAMT_052",
  message: "camt.052",
  root: "BkToCstmrAcctRpt",
  record: "Rpt",
  report: "INTRADAY",
});

/** The notification of single debits and credits, or of the transactions in a batch; it has no balances. */
export const camt054 = camtFormat({
  name: "CAMT_054",
  message: "camt.054",
  root: "BkToCstmrDbtCdtNtfctn",
  record: "Ntfctn",
  report: "NOTIFICATION",
});

/**
 * An ISO 20022 bank-to-customer message, versions 2 to 8. The messages hold the same entries; the versions differ in
 * where a few values stand (status, parties, amounts of details), and both places are read whatever the version.
 */
function camtFormat(message: CamtMessage): BankFileFormat {
  return {
    name: message.name,
    detect: (head) => NAMESPACE.exec(rootOf(Buffer.from(head))?.namespace ?? "")?.[1] === message.message,
    parse: (content) => parse(content, message),
  };
}

function parse(content: Buffer, kind: CamtMessage): ParsedBankFile {
  if (content.length > MAX_FILE_BYTES) {
    throw new BankFileError(
      "FILE_TOO_LARGE",
      `The file has ${content.length} bytes; at most ${MAX_FILE_BYTES} are read. Ask the bank to split it into several files.`,
    );
  }
  const message = new MessageReader(kind);
  readXml(content, message);
  return message.result();
}

/**
 * Collects the message while it is read. An entry is turned into the model as soon as it is complete, and so
 * is each transaction of a batch, so that statements and batches of any size fit in memory.
 */
class MessageReader {
  private version = "";
  private header: XmlNode | undefined;
  private readonly statements: BankStatement[] = [];
  private entries: BankEntry[] = [];
  private details: EntryDetail[] = [];
  private detailCounts = new Map<XmlNode, number>();
  private readEntry: EntryReader = entryReader();
  private entryCount = 0;
  private recordCount = 0;

  constructor(private readonly kind: CamtMessage) {}

  root(name: string, namespace: string, line: number): void {
    const { message } = this.kind;
    const [, named, found] = NAMESPACE.exec(namespace) ?? [];
    if (name !== "Document" || named !== message) {
      throw new BankFileError(
        "WRONG_STRUCTURE",
        `The root element <${name}> at line ${line} is not a ${message} <Document>. Ask the bank for a corrected file.`,
        line,
      );
    }
    const version = Number(found);
    if (version < VERSIONS.first || version > VERSIONS.last) {
      throw new BankFileError(
        "UNSUPPORTED_VERSION",
        `The file is ${message} version ${version}; versions ${VERSIONS.first} to ${VERSIONS.last} are read. Ask the bank to deliver ${message}.001.08.`,
        line,
      );
    }
    this.version = String(version);
  }

  open(node: XmlNode, parents: readonly XmlNode[]): void {
    if (!this.isStatement(node, parents)) return;
    this.countRecord(node.line);
    this.entries = [];
  }

  close(node: XmlNode, parents: readonly XmlNode[]): "KEEP" | "DROP" {
    if (parents.length < 3) {
      this.closeOuter(node, parents);
      return "DROP";
    }
    if (!this.isStatement(parents[2], parents.slice(0, 2))) return "KEEP";
    if (parents.length === 3 && node.name === "Ntry") {
      this.closeEntry(node, parents[2]);
      return "DROP";
    }
    if (parents.length === 5 && node.name === "TxDtls" && parents[4]?.name === "NtryDtls") {
      this.closeDetail(node, parents);
      return "DROP";
    }
    return "KEEP";
  }

  result(): ParsedBankFile {
    const { root, record } = this.kind;
    if (!this.header) {
      throw new BankFileError(
        "WRONG_STRUCTURE",
        `The file has no <${root}> with a <GrpHdr>, so it is not a bank statement. Ask the bank for a corrected file.`,
      );
    }
    if (this.statements.length === 0) {
      throw new BankFileError(
        "WRONG_STRUCTURE",
        `The file has a header but no <${record}>: there is nothing to post. Ask the bank for the complete file.`,
        this.header.line,
        `Document/${root}/${record}`,
      );
    }
    const page = pageOf(this.header);
    return {
      format: this.kind.name,
      version: this.version,
      messageId: requiredText(this.header, "MsgId"),
      createdAt: textAt(this.header, "CreDtTm") ?? null,
      ...(page ? { page } : {}),
      statements: this.statements,
    };
  }

  private closeOuter(node: XmlNode, parents: readonly XmlNode[]): void {
    if (this.isStatement(node, parents)) {
      const { root, record, report } = this.kind;
      this.statements.push({
        ...readStatement(node, this.entries),
        path: `Document/${root}/${record}[${this.statements.length + 1}]`,
        entryName: "Ntry",
        ...(report ? { report } : {}),
      });
      return;
    }
    if (parents.length !== 2 || node.name !== "GrpHdr") return;
    if (this.header) {
      throw new BankFileError(
        "WRONG_STRUCTURE",
        `There is a second <GrpHdr> at line ${node.line}: two messages in one file. Deliver them as two files.`,
        node.line,
      );
    }
    this.header = node;
  }

  private closeEntry(node: XmlNode, statement: XmlNode | undefined): void {
    this.countRecord(node.line);
    const { details, detailCounts } = this;
    this.entries.push(this.readEntry({ node, statement, index: this.entryCount, details, detailCounts }));
    this.entryCount += 1;
    this.details = [];
    this.detailCounts = new Map();
  }

  private closeDetail(node: XmlNode, parents: readonly XmlNode[]): void {
    const [, , statement, entry, group] = parents;
    if (!entry || !group || entry.name !== "Ntry") return;
    this.countRecord(node.line);
    this.details.push(readDetail(node, entry, statement));
    this.detailCounts.set(group, (this.detailCounts.get(group) ?? 0) + 1);
  }

  private isStatement(node: XmlNode | undefined, parents: readonly XmlNode[]): boolean {
    const { root, record } = this.kind;
    return node?.name === record && parents.length === 2 && parents[1]?.name === root;
  }

  private countRecord(line: number): void {
    this.recordCount += 1;
    if (this.recordCount <= MAX_RECORDS) return;
    throw new BankFileError(
      "TOO_MANY_RECORDS",
      `The file has more than ${MAX_RECORDS} statements, entries and details (reached at line ${line}). Ask the bank to split it into several files.`,
      line,
    );
  }
}

function pageOf(header: XmlNode): FilePage | undefined {
  const page = elementAt(header, "MsgPgntn");
  if (!page) return undefined;
  return { number: textAt(page, "PgNb") ?? "1", last: textAt(page, "LastPgInd") !== "false" };
}
