/** Signing in and up. */
export const account = {
  account: {
    name: "Name",
    nameMissing: "Enter your name.",
    email: "E-mail",
    emailMissing: "Enter your e-mail address.",
    emailWrong: "This is not an e-mail address.",
    password: "Password",
    passwordMissing: "Enter a password.",
    passwordShort: "Use at least {{count}} characters.",
    passwordHelp: "At least {{count}} characters. A sentence is easy to remember.",
    organization: "Organization",
    organizationHelp: "Your own name unless you give one.",
  },
  signIn: { title: "Sign in", text: "Welcome back.", action: "Sign in", noAccount: "No account yet?", register: "Create one" },
  register: {
    title: "Create an account",
    text: "You get an organization of your own, with a sample to try.",
    firstTitle: "Welcome to Archwright",
    firstText: "This installation has no account yet. The first one is yours: you will own its organization.",
    action: "Create account",
    haveAccount: "Have an account?",
    signIn: "Sign in",
    closed: "Registration is closed here. Ask an administrator for an account.",
  },
} as const;
