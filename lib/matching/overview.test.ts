import { expect, it } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { draft } from "@/lib/needs/draft";
import { titleFor } from "./overview";

useDatabase();

it("a record without a public text is called by its own people's, and by nobody else's", async () => {
  const organisation = await makeOrganisation({ kind: "enterprise" });
  const [own, stranger, broker] = [await makePerson({ organisation }), await makePerson({ organisation: await makeOrganisation() }), { ...await makePerson(), brokerId: "any" }];
  const listing = { id: (await draft(own, { title: "还没有公开的需求" })).id, organisationId: organisation.organisationId };
  expect(await Promise.all([own, stranger, broker].map((reader) => titleFor(reader, listing)))).toEqual(["还没有公开的需求", null, null]);
  const open = { id: (await makePublished("need", organisation)).id, organisationId: organisation.organisationId };
  expect(await titleFor(stranger, open)).toBe(await titleFor(own, open));
  expect(await titleFor(stranger, open)).toBeTruthy();
});
