// Made from generated/openapi.json by openapi-typescript. Do not edit: change the spec and run `npm run generate`.
export interface paths {
    "/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List artifacts.
         * @description Needs the permission `artifacts.read`.
         */
        get: operations["listArtifacts"];
        put?: never;
        /**
         * Store a file. A name that exists gets a new version.
         * @description Needs the permission `artifacts.write`.
         */
        post: operations["uploadArtifact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artifacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One artifact.
         * @description Needs the permission `artifacts.read`.
         */
        get: operations["getArtifact"];
        put?: never;
        post?: never;
        /**
         * Delete an artifact.
         * @description Needs the permission `artifacts.write`.
         */
        delete: operations["deleteArtifact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artifacts/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of an artifact.
         * @description Needs the permission `artifacts.read`.
         */
        get: operations["downloadArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artifacts/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All versions of an artifact, the newest first.
         * @description Needs the permission `artifacts.read`.
         */
        get: operations["listArtifactVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Codes for a program without a browser, whose user types one of them into the page /device (RFC 8628, 3.1).
         * @description Needs no sign-in. At most 10 calls in 60 seconds by one address.
         */
        post: operations["beginDeviceSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/device/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the program behind a user code act for the caller, or not.
         * @description At most 10 calls in 60 seconds by one user.
         */
        post: operations["decideDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/device/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the program behind a user code says of itself, for the caller to decide on.
         * @description At most 10 calls in 60 seconds by one user.
         */
        post: operations["lookUpDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/device/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tokens, once the user has approved; until then a 400 with `authorization_pending` or `slow_down` (RFC 8628, 3.5).
         * @description Needs no sign-in. At most 60 calls in 60 seconds by one address.
         */
        post: operations["deviceToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another e-mail address. It changes when the link that goes there is opened.
         * @description At most 3 calls in 300 seconds by one user.
         */
        post: operations["changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the caller's e-mail address with the link that was sent to the new one. The old one gets a notice.
         * @description At most 20 calls in 60 seconds by one user.
         */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List identities. */
        get: operations["listIdentities"];
        put?: never;
        /**
         * Let the caller sign in with what came back from elsewhere.
         * @description At most 20 calls in 60 seconds by one user.
         */
        post: operations["linkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an identity. */
        delete: operations["deleteIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/identities/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed an identity, and what. */
        get: operations["listIdentityAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation that was sent to the caller's address, and act in its organization.
         * @description At most 30 calls in 60 seconds by one user.
         */
        post: operations["joinOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/magic-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link that signs in. The answer is the same whether the address has an account or not.
         * @description Needs no sign-in. At most 3 calls in 300 seconds by one address.
         */
        post: operations["requestMagicLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/magic-link/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the link, in whatever browser.
         * @description Needs no sign-in. At most 20 calls in 60 seconds by one address.
         */
        post: operations["signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the caller is, and what they may do. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the caller's own profile. */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/auth/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create another organization, owned by the caller, and act in it.
         * @description At most 10 calls in 3600 seconds by one user.
         */
        post: operations["foundOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey. It is two factors at once, since the device has asked who holds it.
         * @description Needs no sign-in. At most 10 calls in 60 seconds by one address.
         */
        post: operations["signInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey-sign-in/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to sign somebody in with a passkey that it knows.
         * @description Needs no sign-in. At most 20 calls in 60 seconds by one address.
         */
        post: operations["passkeySignInOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List passkeys. */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Keep a passkey that the browser has made.
         * @description At most 20 calls in 60 seconds by one user.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to make a passkey for the caller.
         * @description At most 20 calls in 60 seconds by one user.
         */
        post: operations["passkeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a passkey. */
        delete: operations["deletePasskey"];
        options?: never;
        head?: never;
        /** Give a passkey of the caller another name. */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/auth/passkeys/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed a passkey, and what. */
        get: operations["listPasskeyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the caller's password. All their other sessions end.
         * @description At most 10 calls in 60 seconds by one user.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link that sets a new password. The answer is the same whether the address has an account or not.
         * @description Needs no sign-in. At most 3 calls in 300 seconds by one address.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the link. Every session of the account ends.
         * @description Needs no sign-in. At most 20 calls in 60 seconds by one address.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/provider-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with what came back from elsewhere.
         * @description Needs no sign-in. At most 20 calls in 60 seconds by one address.
         */
        post: operations["signInByProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where else people can sign in from.
         * @description Needs no sign-in.
         */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/providers/{provider}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where to send a browser so that the caller can sign in from there too.
         * @description At most 20 calls in 60 seconds by one user.
         */
        post: operations["beginProviderLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/providers/{provider}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where to send a browser for signing in elsewhere. It comes back to the page /sign-in/callback.
         * @description Needs no sign-in. At most 20 calls in 60 seconds by one address.
         */
        post: operations["beginProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade a refresh token for new tokens. A second use of an old one ends the session.
         * @description Works once for each token. The same client may ask again within ten seconds, in case the answer was lost: then what it did not get is worth nothing any more. A session in cookies also needs the header `X-CSRF-Token`.
         *
         *     Needs no sign-in.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an account, with an organization of its own or the one that it was invited to, and sign in.
         * @description For the first account, for who has an invitation, and where only this machine reaches the platform and no mail is sent. Elsewhere it is refused, whatever the address, and an account begins with `signUp`.
         *
         *     Needs no sign-in. At most 20 calls in 60 seconds by one address.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether signing in takes a second step, and what the caller can show for it. */
        get: operations["getSecondFactor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget the authenticator app, the recovery codes and the trusted devices. Passkeys stay. */
        post: operations["turnOffSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make signing in take a second step, with the passkeys that the caller has. */
        post: operations["turnOnSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to show a passkey as the second factor.
         * @description Needs no sign-in. At most 20 calls in 60 seconds by one address.
         */
        post: operations["secondFactorPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ten new recovery codes. Those from before are worth nothing any more.
         * @description At most 10 calls in 60 seconds by one user.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The second step of signing in, with one of a code, a recovery code and a passkey.
         * @description Needs no sign-in. At most 5 calls in 60 seconds by one address.
         */
        post: operations["signInSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret for an authenticator app. It counts when a code of it has been confirmed.
         * @description At most 10 calls in 60 seconds by one user.
         */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show that the authenticator app knows the secret. From then on signing in takes a second step.
         * @description At most 5 calls in 60 seconds by one user.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/service-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own service tokens in the organization that they act in. */
        get: operations["listServiceTokens"];
        put?: never;
        /** Make a service token for the caller. It may never do more than they may themselves. */
        post: operations["createServiceToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/service-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one of the caller's own service tokens. It ends at once. */
        delete: operations["revokeServiceToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sessions. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a session. */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this installation still waits for its first account.
         * @description Needs no sign-in.
         */
        get: operations["getSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail and password. Ten tries a minute for each address, and for each account.
         * @description Browsers in which somebody has signed in to the account before are counted by themselves: what others try does not lock them out.
         *
         *     Needs no sign-in. At most 10 calls in 60 seconds by one address.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of the caller. */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out/everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sessions of the caller, this one too unless told otherwise. */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account. What goes to the address tells how to go on, and alone knows whether it has one already.
         * @description Needs no sign-in. At most 5 calls in 60 seconds by one address.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-up/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the account that was asked for, with the link from the mail and the password that was chosen, and sign in.
         * @description Needs no sign-in. At most 10 calls in 60 seconds by one address.
         */
        post: operations["confirmSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Act in another organization of the caller's. The session remembers it. */
        post: operations["switchOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/trusted-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List trusted devices. */
        get: operations["listTrustedDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/trusted-devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a trusted device. */
        delete: operations["deleteTrustedDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the caller another link that proves their e-mail address. Links sent before end.
         * @description At most 3 calls in 300 seconds by one user.
         */
        post: operations["requestVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verification/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove the caller's e-mail address with the link that was sent there.
         * @description At most 20 calls in 60 seconds by one user.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations.
         * @description Needs the permission `organizations.members`.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by e-mail. Nobody invites to more than they may do themselves.
         * @description Needs the permission `organizations.members`. At most 200 calls in 3600 seconds by one organization.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation's link is about, for who holds it.
         * @description Needs no sign-in. At most 30 calls in 60 seconds by one address.
         */
        post: operations["lookUpInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One invitation.
         * @description Needs the permission `organizations.members`.
         */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        /**
         * Delete an invitation.
         * @description Needs the permission `organizations.members`.
         */
        delete: operations["deleteInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed an invitation, and what.
         * @description Needs the permission `organizations.members`.
         */
        get: operations["listInvitationAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again, with a new link and a new time to accept it. The old link is dead.
         * @description Needs the permission `organizations.members`. At most 200 calls in 3600 seconds by one organization.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List memberships.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["listMemberships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One membership.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["getMembership"];
        put?: never;
        post?: never;
        /**
         * Delete a membership.
         * @description Needs the permission `organizations.members`.
         */
        delete: operations["deleteMembership"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed a membership, and what.
         * @description Needs the permission `organizations.members`.
         */
        get: operations["listMembershipAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which roles a member has. Nobody gives what they do not have, and only owners make and unmake owners.
         * @description Needs the permission `organizations.members`.
         */
        put: operations["setMemberRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization that the caller acts in.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /**
         * Delete the organization that the caller acts in. Nobody reaches anything of it any more; its owners can bring it back for a time.
         * @description Needs the permission `organizations.own`.
         */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        /**
         * Rename the organization that the caller acts in.
         * @description Needs the permission `organizations.write`.
         */
        patch: operations["renameOrganization"];
        trace?: never;
    };
    "/organization/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The features and optional domains that can be switched, and how they are.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["listFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization/features/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch a feature or an optional domain off or on again. What the organization was not given stays off.
         * @description Needs the permission `organizations.write`.
         */
        put: operations["switchFeature"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the organization that the caller acts in. Its last owner cannot.
         * @description Needs the permission `organizations.read`.
         */
        post: operations["leaveOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every permission of the platform, and which roles of the organization have it.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization/service-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The service tokens of the organization itself.
         * @description Needs the permission `auth.tokens.read`.
         */
        get: operations["listOrganizationServiceTokens"];
        put?: never;
        /**
         * Make a service token for the organization, which stays when its maker leaves. It may not do more than its maker may.
         * @description Needs the permission `auth.tokens.write`.
         */
        post: operations["createOrganizationServiceToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization/service-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a service token of the organization. It ends at once.
         * @description Needs the permission `auth.tokens.write`.
         */
        delete: operations["revokeOrganizationServiceToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the organization can set for itself, and what holds now.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set some settings; null goes back to what the installation says.
         * @description Needs the permission `organizations.write`.
         */
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/organization/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another member the owner in place of the caller, who becomes an administrator.
         * @description Needs the permission `organizations.own`.
         */
        post: operations["transferOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizations that the caller belongs to, by name; of deleted ones only those that the caller may bring back. */
        get: operations["listOwnOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/undelete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back a deleted organization. Only its owners can. */
        post: operations["undeleteOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pipelines.
         * @description Needs the permission `pipelines.read`.
         */
        get: operations["listPipelines"];
        put?: never;
        /**
         * Create a pipeline.
         * @description Needs the permission `pipelines.write`.
         */
        post: operations["createPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is wrong with a definition, without saving it.
         * @description Needs the permission `pipelines.read`.
         */
        post: operations["checkPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One pipeline.
         * @description Needs the permission `pipelines.read`.
         */
        get: operations["getPipeline"];
        put?: never;
        post?: never;
        /**
         * Delete a pipeline.
         * @description Needs the permission `pipelines.write`.
         */
        delete: operations["deletePipeline"];
        options?: never;
        head?: never;
        /**
         * Change a pipeline.
         * @description Needs the permission `pipelines.write`.
         */
        patch: operations["updatePipeline"];
        trace?: never;
    };
    "/pipelines/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All versions of a pipeline, the newest first.
         * @description Needs the permission `pipelines.read`.
         */
        get: operations["listPipelineVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One version of a pipeline.
         * @description Needs the permission `pipelines.read`.
         */
        get: operations["getPipelineVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Create a role.
         * @description Needs the permission `organizations.roles`.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One role.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["getRole"];
        put?: never;
        post?: never;
        /**
         * Delete a role. One that somebody has, or was invited with, needs another to take its place.
         * @description Needs the permission `organizations.roles`.
         */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        /**
         * Change a role.
         * @description Needs the permission `organizations.roles`.
         */
        patch: operations["updateRole"];
        trace?: never;
    };
    "/roles/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed a role, and what.
         * @description Needs the permission `organizations.roles`.
         */
        get: operations["listRoleAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs.
         * @description Needs the permission `runs.read`.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Start a pipeline.
         * @description Needs the permission `runs.write`.
         */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run.
         * @description Needs the permission `runs.read`.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a run. Steps under way are told to stop; no further one begins.
         * @description Needs the permission `runs.write`.
         */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in a run, as it happens. Ends after the run has ended.
         * @description Needs the permission `runs.read`.
         */
        get: operations["streamRunEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the steps of a run logged.
         * @description Needs the permission `runs.read`.
         */
        get: operations["listRunLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The steps of a run, in the order of the definition.
         * @description Needs the permission `runs.read`.
         */
        get: operations["listRunSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/team-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List team members.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["listTeamMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/team-members/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed a team member, and what.
         * @description Needs the permission `organizations.teams`.
         */
        get: operations["listTeamMemberAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List teams.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["listTeams"];
        put?: never;
        /**
         * Create a team.
         * @description Needs the permission `organizations.teams`.
         */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One team.
         * @description Needs the permission `organizations.read`.
         */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        /**
         * Delete a team.
         * @description Needs the permission `organizations.teams`.
         */
        delete: operations["deleteTeam"];
        options?: never;
        head?: never;
        /**
         * Change a team.
         * @description Needs the permission `organizations.teams`.
         */
        patch: operations["updateTeam"];
        trace?: never;
    };
    "/teams/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed a team, and what.
         * @description Needs the permission `organizations.teams`.
         */
        get: operations["listTeamAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a member of the organization into a team.
         * @description Needs the permission `organizations.teams`.
         */
        put: operations["addTeamMember"];
        post?: never;
        /**
         * Take a member out of a team.
         * @description Needs the permission `organizations.teams`.
         */
        delete: operations["removeTeamMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tools.
         * @description Needs the permission `tools.read`.
         */
        get: operations["listTools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One tool.
         * @description Needs the permission `tools.read`.
         */
        get: operations["getTool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tools/{name}/invoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use a tool once, outside a run.
         * @description Needs the permission `tools.invoke`.
         */
        post: operations["invokeTool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Address: {
            /** Format: email */
            email: string;
        };
        /** @description A named file. What is said of its content is said of the latest version. */
        Artifact: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            name: string;
            mediaType: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            sha256: string;
            /** @description Number of the latest version. */
            latest: number;
        };
        /** @description One page of artifacts. */
        ArtifactPage: {
            items: components["schemas"]["Artifact"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description One version of an artifact. Its content never changes. */
        ArtifactVersion: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            artifactId: string;
            number: number;
            mediaType: string;
            /** Format: int64 */
            size: number;
            sha256: string;
            source: string | null;
        };
        ChallengeToken: {
            /**
             * Format: password
             * @description What the first step answered.
             */
            challenge: string;
        };
        CheckResult: {
            errors: components["schemas"]["DefinitionError"][];
            /** @description Which step waits for which. */
            edges: components["schemas"]["Edge"][];
        };
        CredentialId: string;
        Credentials: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
            /** @default body */
            keep?: components["schemas"]["Keep"];
        };
        DefinitionError: {
            /** @description JSON Pointer into the definition. */
            pointer: string;
            detail: string;
        };
        DeviceCodes: {
            /** Format: password */
            device_code: string;
            user_code: string;
            verification_uri: string;
            verification_uri_complete: string;
            /** @description Seconds. */
            expires_in: number;
            /** @description Seconds to wait between two questions. */
            interval: number;
        };
        DeviceDecision: {
            userCode: string;
            approve: boolean;
        };
        DeviceRequest: {
            /** @description What the program calls itself. */
            client_id: string;
        };
        DeviceShown: {
            /** @description What the program calls itself. */
            client: string;
            /** @description Where from it asked. */
            address?: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        DeviceTokenRequest: {
            /** @description urn:ietf:params:oauth:grant-type:device_code */
            grant_type: string;
            /** Format: password */
            device_code: string;
            client_id?: string;
        };
        DeviceTokens: {
            /** Format: password */
            access_token: string;
            token_type: string;
            expires_in: number;
            /** Format: password */
            refresh_token: string;
        };
        Edge: {
            from: string;
            to: string;
        };
        Feature: {
            /** @description A feature such as labels.export, or an optional domain such as labels. */
            name: string;
            /** @description Whether the organization was given it. */
            given: boolean;
            /** @description Whether it has it now. */
            enabled: boolean;
        };
        FeatureSwitch: {
            enabled: boolean;
        };
        /** @description Who somebody is at a provider, and signs in here as. */
        Identity: {
            /** @description Its id. */
            readonly id: string;
            /** @description The person it belongs to. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            provider: string;
            /** @description Their id there. */
            subject: string;
            /** @description Their address there when they last came. */
            email: string;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        /** @description One change of an identity. */
        IdentityAudit: {
            id: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted" | "undeleted" | "shown";
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who; null when nobody had signed in. */
            actor: string | null;
            /** @description The request that did it. */
            requestId: string;
            /** @description As it was, without secrets; null when it was not there. */
            before: unknown;
            /** @description As it became, without secrets; null when it went. */
            after: unknown;
        };
        /** @description One page of changes. */
        IdentityAuditPage: {
            items: components["schemas"]["IdentityAudit"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description One page of identities. */
        IdentityPage: {
            items: components["schemas"]["Identity"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description An offer to join the organization, sent by e-mail. It is gone once it is accepted or revoked. */
        Invitation: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            email: string;
            /** @description Who sent it last; it holds as long as they may give its roles. */
            invitedBy: string;
            roles: components["schemas"]["RoleIds"];
            teams: string[];
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationAcceptance: {
            /** @description The token of its link. */
            invitation: string;
        };
        /** @description One change of an invitation. */
        InvitationAudit: {
            id: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted" | "undeleted" | "shown";
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who; null when nobody had signed in. */
            actor: string | null;
            /** @description The request that did it. */
            requestId: string;
            /** @description As it was, without secrets; null when it was not there. */
            before: unknown;
            /** @description As it became, without secrets; null when it went. */
            after: unknown;
        };
        /** @description One page of changes. */
        InvitationAuditPage: {
            items: components["schemas"]["InvitationAudit"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description One page of invitations. */
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        InvitationSight: {
            /** @description Its name. */
            organization: string;
            /** @description Whom it was sent to. */
            email: string;
            /** @description The name of who invited. */
            invitedBy: string;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationToken: {
            /** Format: password */
            token: string;
        };
        Invocation: {
            input: components["schemas"]["JsonObject"];
            /** @description Names this use. A tool with effects applies them once for one source, however often it is called. */
            source?: string;
            /**
             * Format: date-time
             * @description When this use was called first; a tool that waits counts from there. Now unless told.
             */
            begunAt?: string;
        };
        /** @description Any JSON object. */
        JsonObject: {
            [key: string]: unknown;
        };
        /** @description A JSON Schema (2020-12) of an object. */
        JsonSchema: {
            [key: string]: unknown;
        };
        /**
         * @description Where the tokens go. A browser asks for cookie, so that no script can read them.
         * @enum {string}
         */
        Keep: "body" | "cookie";
        LinkSignIn: {
            /** Format: password */
            token: string;
            /** @default body */
            keep?: components["schemas"]["Keep"];
        };
        LinkToken: {
            /**
             * Format: password
             * @description What the link ends with.
             */
            token: string;
        };
        LogWritten: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "log";
            log: components["schemas"]["RunLog"];
        };
        MadeServiceToken: {
            /**
             * Format: password
             * @description What a program sends as `Authorization: Bearer sk-…`. It cannot be shown again.
             */
            token: string;
            serviceToken: components["schemas"]["ServiceTokenShown"];
        };
        Me: {
            /** @description Whether they have confirmed their e-mail address. */
            emailVerified: boolean;
            /** @description What organizations of theirs ask for before they can act there. */
            lacks: ("verified_email" | "second_factor")[];
            user: components["schemas"]["Person"];
            /** @description The id of the session that asks. */
            session: string;
            organization: {
                id: string;
                name: string;
            };
            roles: string[];
            permissions: string[];
            /** @description Whether they run the platform. */
            administrator: boolean;
        };
        MeChange: {
            name: string;
        };
        /** @description A person's place in an organization. */
        Membership: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            userId: string;
            name: string;
            email: string;
            roles: components["schemas"]["RoleIds"];
            /** @description Whether `owner` is among the roles. */
            owner: boolean;
        };
        /** @description One change of a membership. */
        MembershipAudit: {
            id: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted" | "undeleted" | "shown";
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who; null when nobody had signed in. */
            actor: string | null;
            /** @description The request that did it. */
            requestId: string;
            /** @description As it was, without secrets; null when it was not there. */
            before: unknown;
            /** @description As it became, without secrets; null when it went. */
            after: unknown;
        };
        /** @description One page of changes. */
        MembershipAuditPage: {
            items: components["schemas"]["MembershipAudit"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description One page of memberships. */
        MembershipPage: {
            items: components["schemas"]["Membership"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        NewInvitation: {
            /** Format: email */
            email: string;
            roles: components["schemas"]["RoleIds"];
            /** @description Ids of the teams to take them into. */
            teams?: string[];
        };
        NewPasskey: {
            name: string;
            credential: components["schemas"]["PasskeyMade"];
        };
        /** @description At least 12 characters, and none that is easily guessed. */
        NewPassword: string;
        NewServiceToken: {
            name: string;
            /** @description What it may do; nothing that its maker may not. */
            permissions: string[];
            /**
             * Format: date-time
             * @description A year away at the most.
             */
            expiresAt: string;
        };
        /** @description A tenant. Every row of the platform belongs to one, to a person, or to all. */
        Organization: {
            /** @description Its id. */
            readonly id: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            name: string;
            /**
             * Format: date-time
             * @description When it was deleted; it is purged some time after.
             */
            deletedAt: string | null;
        };
        OrganizationName: {
            name: string;
        };
        OrganizationRename: {
            name: string;
        };
        OrganizationSetting: {
            /** @description Domain and name: organizations.invitationDays. */
            name: string;
            domain: string;
            /** @enum {string} */
            type: "string" | "integer" | "number" | "boolean";
            description: string;
            value: components["schemas"]["SettingValue"];
            preset: components["schemas"]["SettingValue"];
            /** @description Whether the organization has set it. */
            own: boolean;
            minimum?: number;
            maximum?: number;
            /** @description The only texts accepted. */
            choices?: string[];
        };
        Outcome: {
            /** @description As the tool's output schema says. */
            output: unknown;
            /**
             * Format: date-time
             * @description The step is not done: it goes on at this time with the same input.
             */
            waitUntil?: string;
            logs: components["schemas"]["ToolLog"][];
        };
        OwnOrganization: {
            id: string;
            name: string;
            /** @description The caller's. */
            roles: string[];
            /** Format: date-time */
            deletedAt: string | null;
            /**
             * Format: date-time
             * @description Until when it can be brought back.
             */
            purgedAfter: string | null;
        };
        /** @description A key pair on somebody's device, of which the public half is here (WebAuthn). */
        Passkey: {
            /** @description Its id. */
            readonly id: string;
            /** @description The person it belongs to. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            name: string;
            credentialId: string;
            /** @description What the device counted at the last sign-in. */
            counter: number;
            transports: string[];
            /** @description Whether it is kept beyond one device. */
            synced: boolean;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        /** @description One change of a passkey. */
        PasskeyAudit: {
            id: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted" | "undeleted" | "shown";
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who; null when nobody had signed in. */
            actor: string | null;
            /** @description The request that did it. */
            requestId: string;
            /** @description As it was, without secrets; null when it was not there. */
            before: unknown;
            /** @description As it became, without secrets; null when it went. */
            after: unknown;
        };
        /** @description One page of changes. */
        PasskeyAuditPage: {
            items: components["schemas"]["PasskeyAudit"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description RegistrationResponseJSON of WebAuthn. */
        PasskeyMade: {
            id: components["schemas"]["CredentialId"];
            rawId: components["schemas"]["CredentialId"];
            /** @constant */
            type: "public-key";
            authenticatorAttachment?: string | null;
            clientExtensionResults?: components["schemas"]["JsonObject"];
            response: {
                clientDataJSON: string;
                attestationObject: string;
                transports?: string[];
            };
        };
        PasskeyName: {
            name: string;
        };
        /** @description One page of passkeys. */
        PasskeyPage: {
            items: components["schemas"]["Passkey"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description AuthenticationResponseJSON of WebAuthn. */
        PasskeyProof: {
            id: components["schemas"]["CredentialId"];
            rawId: components["schemas"]["CredentialId"];
            /** @constant */
            type: "public-key";
            authenticatorAttachment?: string | null;
            clientExtensionResults?: components["schemas"]["JsonObject"];
            response: {
                clientDataJSON: string;
                authenticatorData: string;
                signature: string;
                userHandle?: string | null;
            };
        };
        PasskeySignIn: {
            credential: components["schemas"]["PasskeyProof"];
            /** @default body */
            keep?: components["schemas"]["Keep"];
        };
        PasswordChange: {
            /** @description The password as it is. */
            current: string;
            password: components["schemas"]["NewPassword"];
        };
        PasswordReset: {
            /** Format: password */
            token: string;
            password: components["schemas"]["NewPassword"];
        };
        PermissionGrant: {
            name: string;
            domain: string;
            /** @description What it lets a person do. */
            sentence: string;
            /** @description Ids of the roles that have it. */
            roles: string[];
            /** @description Whether the caller has it, and so may give it. */
            held: boolean;
        };
        PermissionList: {
            roles: components["schemas"]["RoleName"][];
            permissions: components["schemas"]["PermissionGrant"][];
        };
        /**
         * @example [
         *       "organizations.read"
         *     ]
         */
        PermissionNames: string[];
        Person: {
            id: string;
            email: string;
            name: string;
        };
        /** @description A graph of steps that can be run. */
        Pipeline: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            name: string;
            description: string | null;
            definition: components["schemas"]["PipelineDefinition"];
            /** @description Number of the latest version; a changed definition makes the next. */
            readonly latest: number;
        };
        /** @description What creates a Pipeline. */
        PipelineCreate: {
            name: string;
            description?: string | null;
            definition: components["schemas"]["PipelineDefinition"];
        };
        /**
         * @description What a pipeline does. Expressions are CEL over `input` (the run's) and `steps.<id>` (an earlier step's output).
         * @example {
         *       "steps": [
         *         {
         *           "id": "greet",
         *           "tool": "template.render",
         *           "inputs": {
         *             "template": "'Hello'"
         *           }
         *         }
         *       ]
         *     }
         */
        PipelineDefinition: {
            inputSchema?: components["schemas"]["JsonSchema"];
            steps: components["schemas"]["PipelineStep"][];
            /** @description Name to CEL expression, over the outputs of all steps. */
            outputs?: {
                [key: string]: string;
            };
        };
        /** @description One page of pipelines. */
        PipelinePage: {
            items: components["schemas"]["Pipeline"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description RFC 7396: absent leaves a field as it is, null clears it. */
        PipelinePatch: {
            name?: string;
            description?: string | null;
            definition?: components["schemas"]["PipelineDefinition"];
        };
        PipelineStep: {
            id: string;
            name?: string;
            tool: string;
            /** @description Tool input to CEL expression. */
            inputs?: {
                [key: string]: string;
            };
            /** @description Steps to wait for besides those that the inputs name. */
            needs?: string[];
            retry?: components["schemas"]["Retry"];
            /** @default 300 */
            timeoutSeconds?: number;
        };
        /** @description A pipeline as it was at one moment. It never changes. */
        PipelineVersion: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            pipelineId: string;
            number: number;
            definition: components["schemas"]["PipelineDefinition"];
            /** @description Which step waits for which: said by `needs` and by the expressions. */
            edges: components["schemas"]["Edge"][];
        };
        /** @description What went wrong (RFC 9457). */
        Problem: {
            /** @description The kind of problem. */
            type: string;
            /** @description The kind, for people. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What went wrong this time, and what to do about it. */
            detail?: string;
            /** @description The request's id. */
            instance?: string;
            /** @description Each place in the input that is wrong. */
            errors?: {
                /** @description JSON Pointer into the body, or `?name` for a parameter. */
                pointer: string;
                detail: string;
            }[];
        };
        ProvenAddress: {
            email: string;
        };
        Provider: {
            id: string;
            name: string;
        };
        ProviderAddress: {
            url: string;
        };
        ProviderReturn: {
            /** @description What stands behind `?` in the address that the provider sent the browser to. */
            query: string;
        };
        ProviderSignIn: {
            /** @description What stands behind `?` in the address that the provider sent the browser to. */
            query: string;
            /** @default body */
            keep?: components["schemas"]["Keep"];
        };
        RecoveryCodes: {
            /** @description Each works once in place of the second factor. */
            codes: string[];
        };
        Refresh: {
            /** Format: password */
            refreshToken?: string;
        };
        Registration: {
            /** Format: email */
            email: string;
            password: components["schemas"]["NewPassword"];
            name: string;
            /** @description Name of the organization to create; the person's name unless told. */
            organization?: string;
            /** @description The token of an invitation to this address: the account joins its organization, and gets none of its own. It also opens an installation whose registration is closed. */
            invitation?: string;
            /** @default body */
            keep?: components["schemas"]["Keep"];
        };
        Retry: {
            /** @description How often it is tried at the most. */
            attempts: number;
            /**
             * @description Wait before the second try; doubled for each further one, with jitter.
             * @default 1
             */
            backoffSeconds?: number;
        };
        /** @description A set of permissions that an organization made and named. */
        Role: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            name: string;
            description: string | null;
            permissions: components["schemas"]["PermissionNames"];
        };
        /** @description One change of a role. */
        RoleAudit: {
            id: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted" | "undeleted" | "shown";
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who; null when nobody had signed in. */
            actor: string | null;
            /** @description The request that did it. */
            requestId: string;
            /** @description As it was, without secrets; null when it was not there. */
            before: unknown;
            /** @description As it became, without secrets; null when it went. */
            after: unknown;
        };
        /** @description One page of changes. */
        RoleAuditPage: {
            items: components["schemas"]["RoleAudit"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description What creates a Role. */
        RoleCreate: {
            name: string;
            description?: string | null;
            permissions: components["schemas"]["PermissionNames"];
        };
        /** @description Built-in roles by their names, roles of the organization by their ids. */
        RoleIds: string[];
        RoleList: {
            roles: components["schemas"]["RoleIds"];
        };
        RoleName: {
            /** @description owner, or the id of a role that the organization made. */
            id: string;
            name: string;
            builtIn: boolean;
        };
        /** @description One page of roles. */
        RolePage: {
            items: components["schemas"]["Role"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description RFC 7396: absent leaves a field as it is, null clears it. */
        RolePatch: {
            name?: string;
            description?: string | null;
            permissions?: components["schemas"]["PermissionNames"];
        };
        /** @description A pipeline at work. */
        Run: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            pipelineId: string;
            pipelineName: string;
            pipelineVersion: number;
            /** @description The person who started it. */
            startedBy: string | null;
            status: components["schemas"]["RunStatus"];
            waitReason: components["schemas"]["WaitReason"];
            input: components["schemas"]["JsonObject"];
            output: components["schemas"]["JsonObject"] | null;
            error: string | null;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description Below what its steps are recorded, in whichever process: a traceparent of W3C Trace Context. Its second part is the trace's id. */
            trace: string | null;
        };
        RunChanged: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "run";
            run: components["schemas"]["Run"];
        };
        RunLog: {
            sequence: number;
            /** @description "" for the run itself. */
            step: string;
            attempt?: number;
            /** @enum {string} */
            level: "debug" | "info" | "warn" | "error";
            message: string;
            /** Format: date-time */
            at: string;
        };
        /** @description One thing that happened in a run. */
        RunNews: components["schemas"]["RunChanged"] | components["schemas"]["StepChanged"] | components["schemas"]["LogWritten"];
        /** @description One page of runs. */
        RunPage: {
            items: components["schemas"]["Run"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        RunStart: {
            pipelineId: string;
            /** @description The latest unless told. */
            version?: number;
            input?: components["schemas"]["JsonObject"];
        };
        /** @enum {string} */
        RunStatus: "queued" | "running" | "waiting" | "succeeded" | "failed" | "timed_out" | "cancelling" | "cancelled" | "completed_with_errors";
        /** @description One step of a run, whatever its attempts. */
        RunStep: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            runId: string;
            /** @description Place in the definition. */
            position: number;
            /** @description The step's id in the definition. */
            step: string;
            name: string | null;
            tool: string;
            status: components["schemas"]["StepStatus"];
            waitReason: components["schemas"]["WaitReason"];
            /** @description How often it was begun. */
            attempts: number;
            /** @description What the tool was given. */
            input: unknown;
            /** @description What the tool gave. */
            output: unknown;
            error: string | null;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        SecondFactor: {
            /** @description Whether signing in takes a second step. */
            on: boolean;
            /** @description Whether an authenticator app counts. */
            totp: boolean;
            /** @description How many passkeys there are. */
            passkeys: number;
            /** @description How many recovery codes are left. */
            recoveryCodes: number;
        };
        SecondFactorSignIn: {
            /**
             * Format: password
             * @description What the first step answered.
             */
            challenge: string;
            code?: components["schemas"]["SixDigits"];
            /** Format: password */
            recoveryCode?: string;
            passkey?: components["schemas"]["PasskeyProof"];
            /**
             * @description Whether this device is asked for no second factor for 30 days; for browsers, which keep a cookie.
             * @default false
             */
            trustDevice?: boolean;
            /** @default body */
            keep?: components["schemas"]["Keep"];
        };
        ServiceTokenShown: {
            id: string;
            name: string;
            permissions: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description Who made it. */
            createdBy: string | null;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute.
             */
            lastUsedAt: string | null;
        };
        /** @description A sign-in on one device. There is none any more when it has ended. */
        Session: {
            /** @description Its id. */
            readonly id: string;
            /** @description The person it belongs to. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When somebody showed in it who they are.
             */
            signedInAt: string;
            /** @description The organization that the session acts in. */
            organization: string | null;
            /** @description What the device said of itself when it was last seen. */
            device: string | null;
            /** @description Where from it was last seen. */
            address: string | null;
            /** @description What was shown when signing in, as RFC 8176 names it: pwd, otp, hwk. */
            methods: string[];
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string;
        };
        /** @description One page of sessions. */
        SessionPage: {
            items: components["schemas"]["Session"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        SettingValue: string | number | boolean;
        /** @description Values by the names of settings. */
        SettingValues: {
            [key: string]: components["schemas"]["SettingValue"] | null;
        };
        Setup: {
            /** @description True as long as nobody has an account. */
            firstAccount: boolean;
            /** @description Whether an account can be created now. */
            registration: boolean;
            /** @description Whether it begins with a link that goes to its address: with `signUp`, not with `register`. */
            confirmation: boolean;
        };
        SignOutEverywhere: {
            /**
             * @description Whether the session that asks goes on.
             * @default false
             */
            butHere?: boolean;
        };
        SignUpConfirmation: {
            /** @description What the link ends with. */
            token: string;
            /** @description As it was chosen when the account was asked for: only who asked knows it. */
            password: string;
            /** @default body */
            keep?: components["schemas"]["Keep"];
        };
        SignUpRequest: {
            /** Format: email */
            email: string;
            password: components["schemas"]["NewPassword"];
            name: string;
            /** @description Name of the organization to create; the person's name unless told. */
            organization?: string;
        };
        SignedIn: {
            /**
             * Format: password
             * @description Absent when it went into a cookie.
             */
            accessToken?: string;
            /** @description Seconds until the access token ends. */
            expiresIn: number;
            /**
             * Format: password
             * @description Absent when it went into a cookie.
             */
            refreshToken?: string;
            user: components["schemas"]["Person"];
        };
        /** @description What the authenticator app shows. */
        SixDigits: string;
        StepChanged: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "step";
            step: components["schemas"]["StepState"];
        };
        /** @description A step as the journal tells of it: without input and output, which `GET /runs/{id}/steps` gives. */
        StepState: {
            runId: string;
            position: number;
            step: string;
            name: string | null;
            tool: string;
            status: components["schemas"]["StepStatus"];
            waitReason: components["schemas"]["WaitReason"];
            attempts: number;
            error: string | null;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        /** @enum {string} */
        StepStatus: "pending" | "queued" | "running" | "waiting" | "succeeded" | "failed" | "timed_out" | "cancelled" | "skipped";
        Switch: {
            /** @description Id of the organization. */
            organization: string;
        };
        /** @description Some members of an organization who work together. */
        Team: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            name: string;
            description: string | null;
        };
        /** @description One change of a team. */
        TeamAudit: {
            id: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted" | "undeleted" | "shown";
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who; null when nobody had signed in. */
            actor: string | null;
            /** @description The request that did it. */
            requestId: string;
            /** @description As it was, without secrets; null when it was not there. */
            before: unknown;
            /** @description As it became, without secrets; null when it went. */
            after: unknown;
        };
        /** @description One page of changes. */
        TeamAuditPage: {
            items: components["schemas"]["TeamAudit"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description What creates a Team. */
        TeamCreate: {
            name: string;
            description?: string | null;
        };
        /** @description That a member belongs to a team. */
        TeamMember: {
            /** @description Its id. */
            readonly id: string;
            /** @description The organization that it belongs to. */
            readonly organizationId: string;
            /** @description The person who created it. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            teamId: string;
            membershipId: string;
            userId: string;
        };
        /** @description One change of a team member. */
        TeamMemberAudit: {
            id: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted" | "undeleted" | "shown";
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who; null when nobody had signed in. */
            actor: string | null;
            /** @description The request that did it. */
            requestId: string;
            /** @description As it was, without secrets; null when it was not there. */
            before: unknown;
            /** @description As it became, without secrets; null when it went. */
            after: unknown;
        };
        /** @description One page of changes. */
        TeamMemberAuditPage: {
            items: components["schemas"]["TeamMemberAudit"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description One page of team members. */
        TeamMemberPage: {
            items: components["schemas"]["TeamMember"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description One page of teams. */
        TeamPage: {
            items: components["schemas"]["Team"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        /** @description RFC 7396: absent leaves a field as it is, null clears it. */
        TeamPatch: {
            name?: string;
            description?: string | null;
        };
        /** @description Something a step can do. */
        Tool: {
            /** @description Its id. */
            readonly id: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            name: string;
            title: string;
            description: string;
            inputSchema: components["schemas"]["JsonSchema"];
            outputSchema: components["schemas"]["JsonSchema"];
        };
        ToolLog: {
            /** @enum {string} */
            level: "debug" | "info" | "warn" | "error";
            message: string;
            /** Format: date-time */
            at: string;
        };
        /** @description One page of tools. */
        ToolPage: {
            items: components["schemas"]["Tool"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        TotpCode: {
            code: components["schemas"]["SixDigits"];
        };
        TotpSecret: {
            /**
             * Format: password
             * @description To be typed in (base32).
             */
            secret: string;
            /** @description To be shown as a QR code: otpauth://totp/… */
            uri: string;
        };
        Transfer: {
            /** @description Who becomes the owner. */
            memberId: string;
        };
        /** @description A device on which a second factor was given, and that is asked for none for a time. Only the hash of its cookie is kept. */
        TrustedDevice: {
            /** @description Its id. */
            readonly id: string;
            /** @description The person it belongs to. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            readonly updatedAt: string;
            /** @description Raised by each change; its ETag. */
            readonly version: number;
            /** @description What the device said of itself. */
            device: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description One page of trusted devices. */
        TrustedDevicePage: {
            items: components["schemas"]["TrustedDevice"][];
            /** @description Of the next page; null on the last one. */
            nextCursor: string | null;
            /** @description Only when asked for. */
            total?: number;
        };
        UserCode: {
            userCode: string;
        };
        /**
         * @description Why it does not move.
         * @enum {string|null}
         */
        WaitReason: "dependency" | "slot" | "rate" | "priority" | "no_worker" | "paused" | "approval" | "timer" | "retry" | null;
    };
    responses: {
        /** @description What went wrong (RFC 9457). */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
        IfMatch: string;
        /** @description A new text for each request. The same request with the same key is done once, and answered again for a day; another request with it gets 422, one that comes while the first is under way 409. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version, for If-Match. */
        ETag: string;
        /** @description The quota `q` in each window of `w` seconds. */
        RateLimitPolicy: string;
        /** @description How many calls remain, `r`, and the seconds until there are more, `t`. */
        RateLimit: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listArtifacts: {
        parameters: {
            query?: {
                /** @description Only those whose name is this. */
                "filter[name][eq]"?: string;
                /** @description Only those whose name is not this. */
                "filter[name][ne]"?: string;
                /** @description Only those whose name is one of these. */
                "filter[name][in]"?: string[];
                /** @description Only those whose name contains this, in upper or lower case. */
                "filter[name][contains]"?: string;
                /** @description Only those whose mediaType is this. */
                "filter[mediaType][eq]"?: string;
                /** @description Only those whose mediaType is not this. */
                "filter[mediaType][ne]"?: string;
                /** @description Only those whose mediaType is one of these. */
                "filter[mediaType][in]"?: string[];
                /** @description Only those whose mediaType contains this, in upper or lower case. */
                "filter[mediaType][contains]"?: string;
                /** @description Only those whose createdAt is this. */
                "filter[createdAt][eq]"?: string;
                /** @description Only those whose createdAt is below this. */
                "filter[createdAt][lt]"?: string;
                /** @description Only those whose createdAt is this or below. */
                "filter[createdAt][lte]"?: string;
                /** @description Only those whose createdAt is above this. */
                "filter[createdAt][gt]"?: string;
                /** @description Only those whose createdAt is this or above. */
                "filter[createdAt][gte]"?: string;
                /** @description What to order by; `-` before it for descending. */
                sort?: "name" | "-name" | "size" | "-size" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /** @description Only those with all of these words in name. Case and accents do not matter, and the last word may be unfinished. */
                search?: string;
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artifacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    uploadArtifact: {
        parameters: {
            query: {
                name: string;
                /** @description Names what made it. The same source never makes a second version: the first is answered again. */
                source?: string;
            };
            header?: {
                "Content-Type"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artifact. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteArtifact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    downloadArtifact: {
        parameters: {
            query?: {
                /** @description The latest unless told. */
                version?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Content-Disposition": string;
                    "Content-Length": string;
                    "Content-Type": string;
                    ETag: string;
                    "X-Content-Type-Options": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listArtifactVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactVersion"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    beginDeviceSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["DeviceRequest"];
            };
        };
        responses: {
            /** @description The codes. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceCodes"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    decideDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceDecision"];
            };
        };
        responses: {
            /** @description Decided. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    lookUpDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCode"];
            };
        };
        responses: {
            /** @description The program. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceShown"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deviceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["DeviceTokenRequest"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceTokens"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            /** @description Accepted. What goes to the address tells whether it can be used. */
            202: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkToken"];
            };
        };
        responses: {
            /** @description The new address. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvenAddress"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listIdentities: {
        parameters: {
            query?: {
                /** @description What to order by; `-` before it for descending. */
                sort?: "createdAt" | "-createdAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identities. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    linkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                /** @description Shows that this browser was sent to the provider. */
                archwright_attempt?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderReturn"];
            };
        };
        responses: {
            /** @description Linked. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the identity. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listIdentityAudit: {
        parameters: {
            query?: {
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the identity. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its changes, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityAuditPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    joinOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description The next access token, for the organization; the refresh token stays. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    requestMagicLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                /** @description Shows that a second factor was given on this device before. */
                archwright_device?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeChange"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    foundOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationName"];
            };
        };
        responses: {
            /** @description The next access token, for the new organization; the refresh token stays. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    passkeySignInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PublicKeyCredentialRequestOptionsJSON of WebAuthn. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonObject"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listPasskeys: {
        parameters: {
            query?: {
                /** @description What to order by; `-` before it for descending. */
                sort?: "createdAt" | "-createdAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passkeys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Kept. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    passkeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PublicKeyCredentialCreationOptionsJSON of WebAuthn. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonObject"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deletePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the passkey. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the passkey. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyName"];
            };
        };
        responses: {
            /** @description The passkey. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listPasskeyAudit: {
        parameters: {
            query?: {
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the passkey. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its changes, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyAuditPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Set. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signInByProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                /** @description Shows that this browser was sent to the provider. */
                archwright_attempt?: string;
                /** @description Shows that a second factor was given on this device before. */
                archwright_device?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderSignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    beginProviderLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As it is listed: google. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description Ties what comes back to this browser. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    beginProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As it is listed: google. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description Ties what comes back to this browser. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description The value of the cookie `archwright_csrf`; needed by sessions in cookies. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: {
                /** @description The refresh token of a browser. */
                archwright_refresh?: string;
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Signed in again. */
            200: {
                headers: {
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    turnOffSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signing in takes one step. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    turnOnSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recovery codes, shown this once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    secondFactorPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeToken"];
            };
        };
        responses: {
            /** @description PublicKeyCredentialRequestOptionsJSON of WebAuthn. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonObject"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recovery codes, shown this once. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signInSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorSignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description Recovery codes, shown this once. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listServiceTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, without what they are shown by. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceTokenShown"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    createServiceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServiceToken"];
            };
        };
        responses: {
            /** @description Made. The token itself is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeServiceToken"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    revokeServiceToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description What to order by; `-` before it for descending. */
                sort?: "lastUsedAt" | "-lastUsedAt" | "createdAt" | "-createdAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the session. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setup"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                /** @description Shows that a second factor was given on this device before. */
                archwright_device?: string;
                /** @description Shows that somebody has signed in with this browser before. */
                archwright_known?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SignOutEverywhere"];
            };
        };
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpRequest"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    confirmSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpConfirmation"];
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    switchOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Switch"];
            };
        };
        responses: {
            /** @description The next access token; the refresh token stays. */
            200: {
                headers: {
                    /** @description The cookies of a browser's session, when `keep` is cookie; taken away when it ends. */
                    "Set-Cookie"?: string[];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listTrustedDevices: {
        parameters: {
            query?: {
                /** @description What to order by; `-` before it for descending. */
                sort?: "createdAt" | "-createdAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trusted devices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedDevicePage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteTrustedDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the trusted device. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    requestVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sent, unless the address is proven already. */
            202: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkToken"];
            };
        };
        responses: {
            /** @description The address. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvenAddress"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Only those whose email is this. */
                "filter[email][eq]"?: string;
                /** @description Only those whose email is not this. */
                "filter[email][ne]"?: string;
                /** @description Only those whose email is one of these. */
                "filter[email][in]"?: string[];
                /** @description Only those whose email contains this, in upper or lower case. */
                "filter[email][contains]"?: string;
                /** @description What to order by; `-` before it for descending. */
                sort?: "email" | "-email" | "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description Invited. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    lookUpInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationSight"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the invitation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the invitation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listInvitationAudit: {
        parameters: {
            query?: {
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the invitation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its changes, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationAuditPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the invitation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sent again. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listMemberships: {
        parameters: {
            query?: {
                /** @description Only those whose name is this. */
                "filter[name][eq]"?: string;
                /** @description Only those whose name is not this. */
                "filter[name][ne]"?: string;
                /** @description Only those whose name is one of these. */
                "filter[name][in]"?: string[];
                /** @description Only those whose name contains this, in upper or lower case. */
                "filter[name][contains]"?: string;
                /** @description Only those whose email is this. */
                "filter[email][eq]"?: string;
                /** @description Only those whose email is not this. */
                "filter[email][ne]"?: string;
                /** @description Only those whose email is one of these. */
                "filter[email][in]"?: string[];
                /** @description Only those whose email contains this, in upper or lower case. */
                "filter[email][contains]"?: string;
                /** @description What to order by; `-` before it for descending. */
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The memberships. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the membership. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The membership. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the membership. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listMembershipAudit: {
        parameters: {
            query?: {
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the membership. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its changes, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipAuditPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    setMemberRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the membership. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleList"];
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteOrganization: {
        parameters: {
            query: {
                /** @description The organization's name, so that nobody deletes one by mistake. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    renameOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationRename"];
            };
        };
        responses: {
            /** @description The organization. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listFeatures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The features. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    switchFeature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As it is listed: labels.export. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeatureSwitch"];
            };
        };
        responses: {
            /** @description The feature. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    leaveOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Left. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Roles and permissions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listOrganizationServiceTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, without what they are shown by. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceTokenShown"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    createOrganizationServiceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServiceToken"];
            };
        };
        responses: {
            /** @description Made. The token itself is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeServiceToken"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    revokeOrganizationServiceToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationSetting"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingValues"];
            };
        };
        responses: {
            /** @description All settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationSetting"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    transferOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description The new owner. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listOwnOrganizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organizations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrganization"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    undeleteOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is back. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listPipelines: {
        parameters: {
            query?: {
                /** @description Only those whose name is this. */
                "filter[name][eq]"?: string;
                /** @description Only those whose name is not this. */
                "filter[name][ne]"?: string;
                /** @description Only those whose name is one of these. */
                "filter[name][in]"?: string[];
                /** @description Only those whose name contains this, in upper or lower case. */
                "filter[name][contains]"?: string;
                /** @description Only those whose createdAt is this. */
                "filter[createdAt][eq]"?: string;
                /** @description Only those whose createdAt is below this. */
                "filter[createdAt][lt]"?: string;
                /** @description Only those whose createdAt is this or below. */
                "filter[createdAt][lte]"?: string;
                /** @description Only those whose createdAt is above this. */
                "filter[createdAt][gt]"?: string;
                /** @description Only those whose createdAt is this or above. */
                "filter[createdAt][gte]"?: string;
                /** @description What to order by; `-` before it for descending. */
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /** @description Only those with all of these words in name or description. Case and accents do not matter, and the last word may be unfinished. */
                search?: string;
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pipelines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelinePage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    createPipeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    checkPipeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineDefinition"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckResult"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getPipeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the pipeline. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pipeline. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deletePipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the pipeline. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    updatePipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the pipeline. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PipelinePatch"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listPipelineVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineVersion"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getPipelineVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description Only those whose name is this. */
                "filter[name][eq]"?: string;
                /** @description Only those whose name is not this. */
                "filter[name][ne]"?: string;
                /** @description Only those whose name is one of these. */
                "filter[name][in]"?: string[];
                /** @description Only those whose name contains this, in upper or lower case. */
                "filter[name][contains]"?: string;
                /** @description What to order by; `-` before it for descending. */
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolePage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the role. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteRole: {
        parameters: {
            query?: {
                /** @description The role that those who have it get instead. */
                replaceBy?: string;
            };
            header?: never;
            path: {
                /** @description Id of the role. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    updateRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the role. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["RolePatch"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listRoleAudit: {
        parameters: {
            query?: {
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the role. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its changes, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAuditPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Only those whose status is this. */
                "filter[status][eq]"?: components["schemas"]["RunStatus"];
                /** @description Only those whose status is not this. */
                "filter[status][ne]"?: components["schemas"]["RunStatus"];
                /** @description Only those whose status is one of these. */
                "filter[status][in]"?: components["schemas"]["RunStatus"][];
                /** @description Only those whose pipelineId is this. */
                "filter[pipelineId][eq]"?: string;
                /** @description Only those whose pipelineId is not this. */
                "filter[pipelineId][ne]"?: string;
                /** @description Only those whose pipelineId is one of these. */
                "filter[pipelineId][in]"?: string[];
                /** @description Only those whose createdAt is this. */
                "filter[createdAt][eq]"?: string;
                /** @description Only those whose createdAt is below this. */
                "filter[createdAt][lt]"?: string;
                /** @description Only those whose createdAt is this or below. */
                "filter[createdAt][lte]"?: string;
                /** @description Only those whose createdAt is above this. */
                "filter[createdAt][gt]"?: string;
                /** @description Only those whose createdAt is this or above. */
                "filter[createdAt][gte]"?: string;
                /** @description What to order by; `-` before it for descending. */
                sort?: "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    startRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new text for each request. The same request with the same key is done once, and answered again for a day; another request with it gets 422, one that comes while the first is under way 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunStart"];
            };
        };
        responses: {
            /** @description Queued. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    streamRunEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last event seen before a reconnect. */
                "Last-Event-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["RunNews"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listRunLogs: {
        parameters: {
            query?: {
                /** @description Only what came after this sequence number. */
                after?: number;
                step?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunLog"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listRunSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunStep"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listTeamMembers: {
        parameters: {
            query?: {
                /** @description Only those whose teamId is this. */
                "filter[teamId][eq]"?: string;
                /** @description Only those whose teamId is not this. */
                "filter[teamId][ne]"?: string;
                /** @description Only those whose teamId is one of these. */
                "filter[teamId][in]"?: string[];
                /** @description Only those whose membershipId is this. */
                "filter[membershipId][eq]"?: string;
                /** @description Only those whose membershipId is not this. */
                "filter[membershipId][ne]"?: string;
                /** @description Only those whose membershipId is one of these. */
                "filter[membershipId][in]"?: string[];
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMemberPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listTeamMemberAudit: {
        parameters: {
            query?: {
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the team member. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its changes, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMemberAuditPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @description Only those whose name is this. */
                "filter[name][eq]"?: string;
                /** @description Only those whose name is not this. */
                "filter[name][ne]"?: string;
                /** @description Only those whose name is one of these. */
                "filter[name][in]"?: string[];
                /** @description Only those whose name contains this, in upper or lower case. */
                "filter[name][contains]"?: string;
                /** @description What to order by; `-` before it for descending. */
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The teams. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    updateTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["TeamPatch"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listTeamAudit: {
        parameters: {
            query?: {
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its changes, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamAuditPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    addTeamMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the team. */
                id: string;
                /** @description Id of the membership. */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who belongs to which team. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    removeTeamMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the team. */
                id: string;
                /** @description Id of the membership. */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listTools: {
        parameters: {
            query?: {
                /** @description Only those whose name is this. */
                "filter[name][eq]"?: string;
                /** @description Only those whose name is not this. */
                "filter[name][ne]"?: string;
                /** @description Only those whose name is one of these. */
                "filter[name][in]"?: string[];
                /** @description Only those whose name contains this, in upper or lower case. */
                "filter[name][contains]"?: string;
                /** @description What to order by; `-` before it for descending. */
                sort?: "name" | "-name";
                /** @description Only those with all of these words in name or title or description. Case and accents do not matter, and the last word may be unfinished. */
                search?: string;
                /** @description How many at the most: 50 unless told, and never more than 200. */
                limit?: number;
                /** @description Of the page before: its `nextCursor`. */
                cursor?: string;
                /** @description Whether to count them all. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tools. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tool. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tool. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    invokeTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invocation"];
            };
        };
        responses: {
            /** @description What the tool gave. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            "4XX": components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
}
