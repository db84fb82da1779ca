import { bureauMembership, type Person } from "@/lib/core/actor";

/** Where somebody's work begins. */
export function deskPath(person: Person): string {
  const bureau = bureauMembership(person);
  if (bureau) return bureau.roles.includes("director") ? "/cockpit" : bureau.roles.includes("reviewer") ? "/review" : `/o/${bureau.slug}`;
  const first = person.memberships[0];
  // A broker's day begins with whom to call, not with the records of an agency.
  if (person.brokerId && (!first || first.kind === "agency")) return "/me/broker/desk";
  if (first) return `/o/${first.slug}`;
  if (person.operator) return "/operations";
  return "/welcome";
}
