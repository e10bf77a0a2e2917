/** What an expression may cost. They hold for every tenant alike: a bigger job belongs in a tool. */
export const maxTextLength = 10_000;
export const maxDepth = 64;
export const maxNodes = 4_000;
export const maxLiteralItems = 1_000;
/** Units of work of one evaluation: about one per operator, field or function, more where much data is touched. Ten million take a second. */
export const maxWork = 2_000_000;
/** Values in a result, counted through all its levels. */
export const maxResultValues = 1_000_000;
/** Characters in a result, over all its strings. */
export const maxResultCharacters = 16 * 1024 * 1024;
export const maxResultDepth = 100;
export const maxPatternLength = 1_000;
