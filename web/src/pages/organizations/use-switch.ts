import { switchOrganizationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { toastProblem } from "@/components/toast-problem.ts";
import { actElsewhere } from "@/session/act-elsewhere.ts";
import { session } from "@/session/session.ts";

/** Lets the session act in another organization, and goes on there. */
export const useSwitch = () =>
  useMutation({
    ...switchOrganizationMutation(),
    onSuccess: async (answer) => {
      session.begin(answer);
      await actElsewhere();
    },
    onError: toastProblem,
  });
