/** Loads a package that only generating needs, and that a project may have left out. Throws a sentence that says how to get it. */
export async function needed<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    const isMissing =
      cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND" && cause.message.includes(`'${name}'`);
    throw isMissing ? notInstalled(name, cause) : cause;
  }
}

/** What is said of a package that generating needs and does not find. */
export const notInstalled = (name: string, cause?: unknown): Error =>
  new Error(`Generating needs ${name}, which is not installed: npm install --save-dev ${name}`, { cause });
