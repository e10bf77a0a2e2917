import { generateKeyPairSync, hash, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { PasskeyMade, PasskeyProof } from "../../../generated/auth/types.gen.ts";

/** What an answer says that an honest browser and its device would not say. */
export interface Forgery {
  readonly challenge?: string;
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  /** What the device has counted. It counts by itself unless told. */
  readonly counter?: number;
  /** Whether the device has asked who holds it. It has, unless told. */
  readonly verified?: boolean;
  /** Whether somebody was there at all. */
  readonly present?: boolean;
}

/** A device with one passkey, and the browser that it is used in. */
export interface Authenticator {
  readonly id: string;
  /** Makes its passkey known: what a browser answers to options for making one. */
  make(options: object, forgery?: Forgery): PasskeyMade;
  /** Answers options for signing in. */
  prove(options: object, forgery?: Forgery): PasskeyProof;
}

interface Asked {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
}

const text64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString("base64url");

/** WebAuthn (level 3, 6.1) with ES256, as far as the platform asks for it, used on pages of `origin`. Its signatures are real. */
export function authenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const rawId = randomBytes(16);
  const id = text64(rawId);
  let counted = 0;

  /** RFC 9053: an EC2 key for ES256. */
  function coseKey(): Uint8Array {
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const point = [x, y].map((one) => new Uint8Array(Buffer.from(one, "base64url"))) as [Uint8Array, Uint8Array];
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point[0]],
        [-3, point[1]],
      ]),
    );
  }

  const clientData = (type: string, { challenge }: Asked, forgery: Forgery): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...picked(forgery) }));

  function authenticatorData(asked: Asked, { rpId, counter, verified = true, present = true }: Forgery, made?: Uint8Array): Buffer {
    counted = counter ?? counted + 1;
    const flags = (present ? 0x01 : 0) | (verified ? 0x04 : 0) | (made === undefined ? 0 : 0x40);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(counted, 1);
    return Buffer.concat([hash("sha256", rpId ?? asked.rp?.id ?? asked.rpId ?? "", "buffer"), head, made ?? Buffer.alloc(0)]);
  }

  return {
    id,
    make(options, forgery = {}) {
      const asked = options as Asked;
      const length = Buffer.from([0, rawId.length]);
      const authData = authenticatorData(asked, forgery, Buffer.concat([Buffer.alloc(16), length, rawId, coseKey()]));
      const attestation = new Map<string, string | Map<string, string> | Uint8Array>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]);
      const response = {
        clientDataJSON: text64(clientData("webauthn.create", asked, forgery)),
        attestationObject: text64(isoCBOR.encode(attestation)),
        transports: ["internal"],
      };
      return { id, rawId: id, type: "public-key", response };
    },
    prove(options, forgery = {}) {
      const asked = options as Asked;
      const client = clientData("webauthn.get", asked, forgery);
      const data = authenticatorData(asked, forgery);
      const signature = sign("sha256", Buffer.concat([data, hash("sha256", client, "buffer")]), privateKey);
      const response = { clientDataJSON: text64(client), authenticatorData: text64(data), signature: text64(signature) };
      return { id, rawId: id, type: "public-key", response };
    },
  };
}

/** What of a forgery stands in the client data. */
const picked = ({ challenge, origin, type }: Forgery): object =>
  Object.fromEntries(Object.entries({ challenge, origin, type }).filter(([, value]) => value !== undefined));
