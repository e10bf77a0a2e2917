/** An entry of the navigation. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly path: string;
  readonly icon: string;
  readonly order: number;
  /** undefined when everybody who has signed in sees it. */
  readonly permission: string | undefined;
}
