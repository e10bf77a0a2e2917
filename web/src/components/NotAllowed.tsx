import { useTranslation } from "react-i18next";
import { ApiProblem } from "@/api/problem.ts";
import { ErrorState } from "./ErrorState.tsx";

/** A page that the person's roles do not open: the server would refuse all that can be done on it. */
export function NotAllowed() {
  const { t } = useTranslation();
  return <ErrorState asPage error={new ApiProblem(403, t("errors.notAllowed.title"), t("errors.notAllowed.detail"))} />;
}
