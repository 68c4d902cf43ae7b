import BlazzDB
import Foundation
import TableStore
import Testing

/// What every request asks, money, support, the audit trail and the job queue.
extension ApplicationQueriesTests {
  @Test func q42perRequest() throws {
    try shop.read { db in
      #expect(try db.workspaces.get(shop.id)?.identifier == "shop-1")
      for user in rows.users {
        let member = db.teams.where { $0.userID == user.id }
        #expect(try member.ids() == rows.teams.filter { $0.userID == user.id && $0.deletedAt == nil }.map(\.id))
        expectCheap(try member.explain())
      }
      #expect(try db.settings.find(Setting.byKey, "timezone")?.value == "v")
      #expect(try db.languages.where { $0.isActive == true }.values(\.code).sorted() == ["de", "en", "es", "id"])
      let addon = db.addons.where { $0.name == "razorpay" }
      #expect(try addon.first()?.name == "Razorpay")
      expectCheap(try addon.explain(), "own_addons_name")
      expectCheap(try db.settings.where { $0.key == "timezone" }.explain())
    }
    // Where a user works.
    try store.blazz.system.read { db in
      let all = try db.teams.all()
      let teams = db.teams.where { $0.userID == 2 }
      #expect(try teams.ids().sorted() == all.filter { $0.userID == 2 }.map(\.id).sorted())
      let (_, worksIn) = try #require(try db.users.where { $0.id == 2 }.including(\.teams).first())
      #expect(Set(worksIn.map(\.workspaceID)) == Set(all.filter { $0.userID == 2 }.map(\.workspaceID)))
      expectCheap(try teams.explain())
    }
  }

  @Test func q43apiAuthentication() throws {
    try store.blazz.system.read { db in
      let keys = db.workspaceAPIKeys.where { $0.keyHash == "hash of 2" }
      let (key, workspace) = try #require(try keys.including(\.workspace).first())
      #expect(key.workspaceID == 2 && workspace?.id == 2)
      expectCheap(try keys.explain(), "own_workspace_api_keys_hash")
      let named = db.workspaces.where { $0.identifier == "SHOP-3" }
      #expect(try named.ids() == [3])
      expectCheap(try named.explain(), "own_workspaces_identifier")
    }
  }

  @Test func q46invites() throws {
    try shop.read { db in
      let email = try #require(rows.invites.first).email
      #expect(
        try db.teamInvites.where { $0.email == email }.ids() == rows.invites.filter { $0.email == email }.map(\.id))
    }
    let now = store.now
    try store.blazz.system.read { db in
      for invite in rows.invites where invite.token != nil {
        let open = db.teamInvites.where { $0.token == invite.token && $0.expiresAt > now }
        let expiresAt = try #require(invite.expiresAt)
        #expect(try open.ids() == (expiresAt > now ? [invite.id] : []))
        expectCheap(try db.teamInvites.where { $0.token == invite.token }.explain(), "own_team_invites_token")
      }
    }
    try store.undone { db in
      for user in rows.users {
        let known = rows.teams.first { $0.userID == user.id && $0.deletedAt == nil }
        let (row, isNew) = try db.teams.upsert(
          .init(userID: user.id, createdBy: 1), where: { $0.userID == user.id }, update: { $0.role = .owner })
        #expect(isNew == (known == nil) && row.role == (isNew ? .manager : .owner))
      }
      #expect(try db.teams.count() == rows.users.count)
    }
  }

  @Test func q48subscription() throws {
    try shop.read { db in
      let (subscription, plan) = try #require(try db.subscriptions.including(\.plan).first())
      #expect(subscription.workspaceID == shop.id && plan?.id == subscription.planID && plan?.name == "Basic")
      expectCheap(try db.subscriptions.limit(1).explain(), isClustered: true)
    }
    try store.blazz.system.read { db in
      expectCheap(try db.subscriptions.where { $0.workspaceID == 2 }.limit(1).explain(), isClustered: true)
      let (_, subscriptions, teams) = try #require(
        try db.workspaces.where { $0.id == 2 }.including(.latest(1, \.subscriptions), .count(\.teams)).first())
      #expect(subscriptions.map(\.workspaceID) == [2])
      let all = try db.teams.all()
      #expect(teams == all.count { $0.workspaceID == 2 })
    }
  }

  @Test func q50balance() throws {
    try shop.read { db in
      #expect(try db.billingTransactions.sum(\.amount) == rows.transactions.map(\.amount).reduce(0, +))
      let expected = rows.transactions.sorted { isNewer(($0.createdAt, $0.id), ($1.createdAt, $1.id)) }
      let history = db.billingTransactions.order(by: \.createdAt, .descending)
      let page = try history.page(10).page()
      #expect(page.rows.map(\.id) == expected.prefix(10).map(\.id))
      #expect(try history.ids() == expected.map(\.id))
      expectCheap(try history.page(10).explain(), "own_billing_transactions_time")
    }
  }

  @Test func q52payment() throws {
    try store.undone { db in
      let payment = rows.payments[3]
      let booked = db.billingPayments.where { $0.processor == payment.processor && $0.details == payment.details }
      #expect(try booked.ids() == [payment.id])
      expectCheap(try booked.explain(), "own_billing_payments_details")
      let details = JSON<PaymentDetails>(text: #"{"transaction_id": "pay_new"}"#)
      let (new, isNew) = try db.billingPayments.firstOrInsert(
        .init(processor: .stripe, details: details, amount: 20),
        where: { $0.processor == .stripe && $0.details == details })
      #expect(isNew)
      try db.billingTransactions.insert(
        .init(
          entityType: .payment, entityID: Int32(new.id.rawValue), description: "Payment", amount: new.amount,
          createdBy: 1))
      let plan = try #require(try db.subscriptionPlans.first())
      let invoice = try db.billingInvoices.insert(
        .init(planID: plan.id, subtotal: 19, taxType: .exclusive, total: 20))
      try db.billingTaxRates.insert(.init(invoiceID: invoice.id, rate: 5, amount: 1))
      try db.billingTransactions.insert(
        .init(
          entityType: .invoice, entityID: Int32(invoice.id.rawValue), description: "Invoice", amount: -20,
          createdBy: 1))
      let until = store.now.addingTimeInterval(30 * 86_400)
      #expect(
        try db.subscriptions.where { $0.workspaceID == shop.id }.update {
          $0.status = .active
          $0.validUntil = until
        } == 1)
      #expect(try db.billingTransactions.sum(\.amount) == rows.transactions.map(\.amount).reduce(0, +))
      let (_, taxes) = try #require(
        try db.billingInvoices.where { $0.id == invoice.id }.including(\.taxRates).first())
      #expect(taxes.map(\.amount) == [1])
      #expect(try db.subscriptions.first()?.validUntil == until)
    }
  }

  @Test func q53tickets() throws {
    try shop.read { db in
      let own = rows.supportTickets.filter { $0.createdBy == 2 }
        .sorted { isNewer(($0.createdAt, $0.id), ($1.createdAt, $1.id)) }
      let mine = db.tickets.where { $0.createdBy == 2 }.order(by: \.createdAt, .descending)
      let newest = try mine.page(10).page()
      #expect(newest.rows.map(\.id) == own.prefix(10).map(\.id))
      let all = rows.supportTickets.sorted { isNewer(($0.updatedAt, $0.id), ($1.updatedAt, $1.id)) }
      let page = try db.tickets.order(by: \.updatedAt, .descending).page(10).page()
      #expect(page.rows.map(\.id) == all.prefix(10).map(\.id))
    }
  }

  @Test func q54audit() throws {
    try store.undone { db in
      let log = try db.auditLogs.insert(
        .init(id: "req_new", eventType: "login", method: .post, url: "/login", ipAddress: "10.0.0.9"))
      #expect(log.workspaceID == shop.id && log.statusCode == nil)
      try db.auditLogs.update("req_new") {
        $0.statusCode = 403
        $0.success = false
      }
      try db.securityIncidents.insert(
        .init(auditID: "req_new", incidentType: .unauthorizedAccess, severity: .medium, ipAddress: "10.0.0.9"))
      let request = db.auditLogs.where { $0.id == "req_new" }
      let (stored, incidents) = try #require(try request.including(\.incidents).first())
      #expect(stored.statusCode == 403 && stored.success == false && incidents.map(\.auditID) == ["req_new"])
      expectCheap(try request.explain(), "PRIMARY")
    }
  }

  @Test func q55jobQueue() throws {
    let now = UInt32(store.now.timeIntervalSince1970)
    func isDue(_ job: QueuedJob) -> Bool {
      job.reservedAt.map { $0 <= now - 90 } ?? (job.availableAt <= now)
    }
    try store.undone { db in
      for queue in ["default", "campaigns", "webhooks"] {
        var expected = rows.jobs.filter { $0.queue == queue && isDue($0) }.map(\.id)
        #expect(expected.count > 50)
        let due = db.jobs.where {
          $0.queue == queue && ($0.reservedAt == nil && $0.availableAt <= now || $0.reservedAt <= now - 90)
        }.orderedByKey()
        let explanation = try due.limit(1).explain()
        #expect(
          explanation.accesses.allSatisfy { $0.index != "PRIMARY" } && explanation.examined < 30, "\(explanation)")
        for _ in 0..<20 {
          let job = try due.one()
          #expect(job.id == expected.removeFirst())
          try db.jobs.update(job.id) {
            $0.reservedAt = now
            $0.attempts += 1
          }
          #expect(try db.jobs.delete(job.id))
        }
        #expect(try due.count() == expected.count)
      }
    }
  }

  /// However many jobs wait for a later time, the next one of those that need not is found by their times.
  @Test func q55aQueueOfDelayedJobs() throws {
    let now = UInt32(store.now.timeIntervalSince1970)
    try store.undone { db in
      for number in UInt32(0)..<600 {
        try db.jobs.insert(
          .init(queue: "later", payload: "{}", attempts: 0, availableAt: now + 60 + number, createdAt: now))
      }
      let due = db.jobs.where { $0.queue == "later" && $0.reservedAt == nil && $0.availableAt <= now + 61 }
        .order(by: \.availableAt).limit(1)
      #expect(try due.one().availableAt == now + 60)
      expectCheap(try due.explain(), "own_jobs_due")
    }
  }

  @Test func q56queueMonitor() throws {
    let counts = try shop.read { db in try db.jobs.group(by: \.queue).count() }
    #expect(
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key, $0.count) })
        == Dictionary(grouping: rows.jobs, by: \.queue).mapValues(\.count))
  }
}
