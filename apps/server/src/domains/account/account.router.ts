import {
  KeyInput,
  KeyList,
  KeyMade,
  KeyRef,
  KeyRotation,
  Me,
  Onboarding,
  Preferences,
  Preferred,
  RoleChange,
  RoleHolding,
} from "@muejam/contracts/account";
import { PageInput } from "@muejam/contracts/page";
import { Recovery, RecoveryInput, RecoveryList, RecoveryRef } from "@muejam/contracts/recovery";
import { SecurityEventPage } from "@muejam/contracts/security-event";
import { StaffPage } from "@muejam/contracts/staff";
import { TransferInput, TransferOffer, Transferred } from "@muejam/contracts/transfer";
import { administrator, member, person, router } from "../../rpc/trpc.ts";
import * as keys from "./account.keys.service.ts";
import * as preferences from "./account.preferences.service.ts";
import * as recovery from "./account.recovery.service.ts";
import * as roles from "./account.roles.service.ts";
import * as safety from "./account.safety.service.ts";
import * as account from "./account.service.ts";
import * as transfers from "./account.transfer.service.ts";

export const accountRouter = router({
  me: member.output(Me).query(({ ctx }) => account.me(ctx)),
  onboard: person
    .input(Onboarding)
    .output(Preferred)
    .mutation(({ ctx, input }) => preferences.onboard(ctx, input)),
  setPreferences: person
    .input(Preferences)
    .output(Preferred)
    .mutation(({ ctx, input }) => preferences.setPreferences(ctx, input)),
  listKeys: person.output(KeyList).query(({ ctx }) => keys.listKeys(ctx)),
  createKey: person
    .input(KeyInput)
    .output(KeyMade)
    .mutation(({ ctx, input }) => keys.createKey(ctx, input)),
  revokeKey: person
    .input(KeyRef)
    .output(KeyRef)
    .mutation(({ ctx, input }) => keys.revokeKey(ctx, input)),
  rotateKey: person
    .input(KeyRotation)
    .output(KeyMade)
    .mutation(({ ctx, input }) => keys.rotateKey(ctx, input)),
  securityEvents: person
    .input(PageInput)
    .output(SecurityEventPage)
    .query(({ ctx, input }) => safety.listEvents(ctx, input)),
  transferOffer: person.output(TransferOffer).query(({ ctx }) => transfers.transferOffer(ctx)),
  transfer: person
    .input(TransferInput)
    .output(Transferred)
    .mutation(({ ctx, input }) => transfers.transfer(ctx, input)),
  askRecovery: administrator
    .input(RecoveryInput)
    .output(Recovery)
    .mutation(({ ctx, input }) => recovery.askRecovery(ctx, input)),
  stopRecovery: administrator
    .input(RecoveryRef)
    .output(RecoveryRef)
    .mutation(({ ctx, input }) => recovery.stopRecovery(ctx, input)),
  listRecoveries: administrator.output(RecoveryList).query(({ ctx }) => recovery.listRecoveries(ctx)),
  staff: administrator
    .input(PageInput)
    .output(StaffPage)
    .query(({ ctx, input }) => roles.listStaff(ctx, input)),
  grantRole: administrator
    .input(RoleChange)
    .output(RoleHolding)
    .mutation(({ ctx, input }) => roles.grantRole(ctx, input)),
  endRole: administrator
    .input(RoleChange)
    .output(RoleHolding)
    .mutation(({ ctx, input }) => roles.endRole(ctx, input)),
});
