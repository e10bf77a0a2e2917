import { useTranslation } from "react-i18next";

/** What people call a domain: as the messages say, else its own name. */
export function useDomainTitle(): (domain: string) => string {
  const { t, i18n } = useTranslation();
  return (domain) => {
    const key = `domains.${domain}`;
    return i18n.exists(key) ? String(t(key as "domains.organizations")) : domain.slice(0, 1).toUpperCase() + domain.slice(1);
  };
}
