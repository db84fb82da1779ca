import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { command } from "@/lib/command";
import { findOwn } from "./find-user";
import { profileInput } from "./input";
import { isOneself } from "./policy";

export const changeProfile = command({
  name: "user.profile_changed",
  input: profileInput,
  find: (tx, actor) => findOwn(tx, actor),
  allow: isOneself,
  async run({ tx, subject: user, input }) {
    await tx.update(users).set({ name: input.name }).where(eq(users.id, user.userId));
    return { result: { name: input.name }, subjects: [{ kind: "user" as const, id: user.userId }] };
  },
});
