/** A type without what only TypeScript tells apart: readonly, and texts of a form such as `lb-${string}`. */
export type Plain<T> = T extends string
  ? Record<never, never> extends Record<T, true>
    ? string
    : T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { -readonly [Name in keyof T]: Plain<T[Name]> }
      : T;

/** true when the two are the same type, absent and undefined and null told apart; else false, or "any" when one of them says nothing. */
export type Same<A, B> = IsAny<A> extends true ? "any" : IsAny<B> extends true ? "any" : Identical<Plain<A>, Plain<B>>;

/** Does not compile unless `T` is true. */
export type Expect<T extends true> = T;

type IsAny<T> = 0 extends 1 & T ? true : false;
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
