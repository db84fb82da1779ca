import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { audiences } from "../../lib/listings/states";
import { id, moment, oneOf } from "./columns";
import { organisations } from "./organisations";
import { users } from "./users";

/** An attachment of something known by kind + id. Bytes lie in the storage under their hash. */
export const files = pgTable("files", {
  id: id(),
  subjectKind: text().notNull(),
  subjectId: uuid().notNull(),
  name: text().notNull(),
  mediaType: text().notNull(),
  size: integer().notNull(),
  sha256: text().notNull(),
  /** For whom it was uploaded, which is whose space it takes: null where a broker put it into a deal for themselves. */
  organisationId: uuid().references(() => organisations.id),
  audience: text({ enum: audiences }).notNull().default("registered"),
  uploadedBy: uuid().references(() => users.id),
  uploadedAt: moment().notNull(),
  removedAt: moment(),
}, (t) => [
  index("files_subject").on(t.subjectKind, t.subjectId),
  index("files_organisation").on(t.organisationId),
  index("files_bytes").on(t.sha256),
  check("files_audience", oneOf(t.audience, audiences)),
]);
