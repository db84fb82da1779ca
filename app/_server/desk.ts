import { bureauMembership, type Person } from "@/lib/core/actor";

/** Where somebody's work begins. */
export function deskPath(person: Person): string {
  const bureau = bureauMembership(person);
  if (bureau) return bureau.roles.includes("director") ? "/cockpit" : bureau.roles.includes("reviewer") ? "/review" : `/o/${bureau.slug}`;
  const first = person.memberships[0];
  if (first) return `/o/${first.slug}`;
  if (person.operator) return "/operations";
  return person.brokerId ? "/me/deals" : "/welcome";
}
