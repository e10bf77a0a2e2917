import type { SignedIn } from "@sdk/types.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { enter } from "./enter.ts";
import { type SecondStep, secondStepOf } from "./second-step.ts";

/** One way to sign in: goes on into the app, or says which second step is asked for. */
export function useEntering<Input>(signIn: (input: Input) => Promise<SignedIn>, next: string | undefined) {
  const entering = useMutation({ mutationFn: signIn, onSuccess: (answer) => enter(answer, next) });
  const step: SecondStep | undefined = secondStepOf(entering.error);
  return { ...entering, step, error: step === undefined ? entering.error : null };
}
