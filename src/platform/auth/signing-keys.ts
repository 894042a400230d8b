import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from "jose";

/** The pair that signs and checks this installation's own tokens, where no identity provider does. */
export interface SigningKeys {
  readonly keyId: string;
  readonly algorithm: "EdDSA";
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** Reads the Ed25519 pair from `<dataDir>/keys/`, made on first use and readable by the owner only. */
export async function openSigningKeys(dataDir: string): Promise<SigningKeys> {
  const file = path.join(dataDir, "keys", "token-signing.jwk");
  const jwk = (await readKey(file)) ?? (await makeKey(file));
  const { d: _, ...publicPart } = jwk;
  return {
    keyId: await calculateJwkThumbprint(publicPart),
    algorithm: ALGORITHM,
    privateKey: await imported(jwk),
    publicKey: await imported(publicPart),
  };
}

const ALGORITHM = "EdDSA";

async function readKey(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (isFileError(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function makeKey(file: string): Promise<JWK> {
  const pair = await generateKeyPair(ALGORITHM, { crv: "Ed25519", extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, JSON.stringify(jwk), { mode: 0o600, flag: "wx" });
    return jwk;
  } catch (error) {
    // Another process of this installation was faster; its key is everyone's.
    const theirs = isFileError(error, "EEXIST") ? await readKey(file) : undefined;
    if (theirs) return theirs;
    throw error;
  }
}

async function imported(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new TypeError("the signing key is not an asymmetric key");
  return key;
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
