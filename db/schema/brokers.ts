import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { brokerStatuses } from "../../lib/brokers/states";
import { id, moment, oneOf } from "./columns";
import { organisations } from "./organisations";
import { users } from "./users";

/** A broker is a verified person, alone or within an agency (domain A6). */
export const brokers = pgTable("brokers", {
  id: id(),
  userId: uuid().notNull().unique().references(() => users.id),
  organisationId: uuid().references(() => organisations.id),
  introduction: text().notNull(),
  certificate: text(),
  fieldCodes: text().array().notNull().default([]),
  districtCode: text(),
  status: text({ enum: brokerStatuses }).notNull().default("pending"),
  remark: text(),
  appliedAt: moment().notNull(),
  decidedAt: moment(),
}, (t) => [check("brokers_status", oneOf(t.status, brokerStatuses))]);
