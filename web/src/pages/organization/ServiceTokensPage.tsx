import { ServiceTokensPanel } from "@/pages/service-tokens/ServiceTokensPanel.tsx";

/** What programs act for the organization with. */
export const ServiceTokensPage = () => <ServiceTokensPanel of="organization" />;
