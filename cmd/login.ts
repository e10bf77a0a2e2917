import {
  allowInsecureRequests,
  Configuration,
  initiateDeviceAuthorization,
  None,
  pollDeviceAuthorizationGrant,
  ResponseBodyError,
} from "openid-client";

const client = "archwright login";

/**
 * Signs a terminal in (RFC 8628): says on stderr where to approve, waits for it, and writes the access token to stdout, for
 * `TOKEN=$(npm run -s login -- http://localhost:8080)`.
 */
async function login(platform: URL): Promise<string> {
  const endpoint = (path: string): string => new URL(`/api/v1/auth${path}`, platform).href;
  const server = { issuer: platform.origin, device_authorization_endpoint: endpoint("/device"), token_endpoint: endpoint("/device/token") };
  const config = new Configuration(server, client, undefined, None());
  if (platform.protocol === "http:") allowInsecureRequests(config);
  const begun = await initiateDeviceAuthorization(config, {});
  process.stderr.write(`Open ${begun.verification_uri_complete ?? begun.verification_uri} and approve the code ${begun.user_code}\n`);
  const { access_token: token } = await pollDeviceAuthorizationGrant(config, begun);
  return token;
}

const [address = ""] = process.argv.slice(2);
if (!URL.canParse(address)) {
  process.stderr.write("usage: node cmd/login.ts <address of the platform>\n");
  process.exit(2);
}
try {
  process.stdout.write(`${await login(new URL(address))}\n`);
} catch (error) {
  const told = error instanceof ResponseBodyError ? (error.error_description ?? error.error) : undefined;
  process.stderr.write(`${told ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exit(1);
}
