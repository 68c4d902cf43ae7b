"""The rows of Examples/demo.sql: three workspaces, their people, messages and campaigns."""
import json
import random
from datetime import datetime, timedelta
from decimal import Decimal

from demo.words import AGENTS, ANSWERED, ASKED, CAMPAIGNS, CITIES, EVENTS, NAMES, TAGS, USERS, WORKSPACES

SEED = 20251006
START = datetime(2025, 9, 1, 1, 0, 0)
DAYS = 35


class Demo:
    """Draws everything from one generator, whose numbers are the same in every version of Python."""

    def __init__(self):
        self.random = random.Random(SEED).random
        self.rows = {}

    def number(self, below):
        return int(self.random() * below)

    def pick(self, values):
        return values[self.number(len(values))]

    def hex(self, digits):
        return "".join(f"{self.number(16):x}" for _ in range(digits))

    def uuid(self):
        return f"{self.hex(8)}-{self.hex(4)}-4{self.hex(3)}-{self.pick('89ab')}{self.hex(3)}-{self.hex(12)}"

    def json(self, value):
        """Some writers escape what is not ASCII, others do not."""
        return json.dumps(value, ensure_ascii=self.number(4) == 0)

    def moment(self, first_day=0, days=DAYS):
        return START + timedelta(seconds=first_day * 86400 + self.number(days * 86400))

    def add(self, table, **columns):
        rows = self.rows.setdefault(table, [])
        columns.setdefault("id", len(rows) + 1)
        rows.append(columns)
        return columns


def text(moment):
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def add_people(demo):
    for id, first, last, role, workspace, place in USERS:
        joined = text(START - timedelta(days=400 - 30 * id))
        demo.add(
            "users", first_name=first, last_name=last, email=f"user{id}@example.com", role=role,
            phone=f"+62812000000{id}", email_verified_at=joined, password=None if id == 7 else "made-up",
            status=1, google_id="1000000000000000007" if id == 7 else None, meta=demo.json({"locale": "id"}),
            created_at=joined, updated_at=joined)
        if workspace:
            demo.add(
                "teams", uuid=demo.uuid(), workspace_id=workspace, user_id=id, role=place,
                status="suspended" if id == 5 else "active", created_by=1, created_at=joined, updated_at=joined)
    for id, name, identifier, zone, status, owner, _, _ in WORKSPACES:
        settings = {"features_enabled": ["campaigns", "auto_replies"], "usage_limits": {"contacts": 10000}}
        demo.add(
            "workspaces", uuid=demo.uuid(), identifier=identifier, name=name, metadata=demo.json(settings),
            address=f"Jl. Merdeka No. {id}\n{demo.pick(CITIES)}" if zone == "Asia/Jakarta" else None, timezone=zone,
            status=status, created_by=owner, created_at=text(START - timedelta(days=300)), updated_at=text(START))
    for id, (key, value, kind) in enumerate(
        [("app_name", "Blazz CRM", "string"), ("max_upload_mb", "16", "integer"), ("maintenance", "0", "boolean")]):
        demo.add("settings", key=key, value=value, type=kind, created_at=text(START), updated_at=None)


def add_contacts(demo):
    names = iter(NAMES)
    for workspace, _, _, _, _, owner, count, language in WORKSPACES:
        for _ in range(count):
            home = demo.pick([None, f"Jl. {demo.pick(CITIES)} No. {demo.number(90) + 1}"])
            first, last = next(names).split(" ", 1)
            fields = {"custom_fields": {"tags": [demo.pick(TAGS)], "source": "website_chat"},
                      "preferences": {"language": language, "opt_in_marketing": demo.number(3) > 0}}
            created = demo.moment(-200, 190)
            row = demo.add(
                "contacts", uuid=demo.uuid(), workspace_id=workspace, first_name=first, last_name=last, is_favorite=0,
                phone=f"+62812{demo.number(90000000) + 10000000}", created_by=owner, created_at=text(created),
                updated_at=text(created), address=home,
                metadata=demo.json(fields) if demo.number(5) else None)
            row["is_favorite"] = int(row["id"] % 9 == 1)
            row["email"] = None if demo.number(4) == 0 else f"contact{row['id']}@example.org"
    demo.rows["contacts"][11]["deleted_at"] = text(START + timedelta(days=3))


def contacts_of(demo, workspace):
    return [row for row in demo.rows["contacts"] if row["workspace_id"] == workspace and not row.get("deleted_at")]


def language_of(workspace):
    return next(entry[-1] for entry in WORKSPACES if entry[0] == workspace)


def agents_of(workspace):
    return [user[0] for user in USERS if user[4] == workspace]


def message(demo, contact, direction, said, moment, agent, status):
    phone = contact["phone"].lstrip("+")
    content = {"message_type": "text", "content": {"text": said}, "context": {"from": phone}, "buttons": [],
               "timestamp": iso(moment)}
    return {
        "uuid": demo.uuid(), "workspace_id": contact["workspace_id"], "wam_id": "wamid." + demo.hex(32).upper(),
        "contact_id": contact["id"], "user_id": agent, "type": direction, "metadata": demo.json(content),
        "status": status, "is_read": int(status == "read"), "created_at": text(moment)}


def conversation(demo, count):
    """Messages to and fro, most of them with the first contacts of each workspace."""
    for index in range(count):
        workspace = demo.pick([1, 1, 1, 1, 2, 2, 3])
        people = contacts_of(demo, workspace)
        contact = people[int(demo.random() ** 2 * len(people))]
        words = {"name": contact["first_name"], "city": demo.pick(CITIES), "number": demo.number(90000) + 10000}
        moment = demo.moment()
        if index % 2:
            said = demo.pick(ANSWERED[language_of(workspace)]).format(**words)
            status = demo.pick(["sent", "delivered", "delivered", "read", "read", "read", "read", "failed"])
            yield message(demo, contact, "outbound", said, moment, demo.pick(agents_of(workspace)), status)
        else:
            said = demo.pick(ASKED[language_of(workspace)])
            yield message(demo, contact, "inbound", said, moment, None, demo.pick(["delivered", "read", "read"]))


def add_messages(demo):
    """Campaigns first: what they sent stands among the messages."""
    messages, logs = [], []
    for id, workspace, name, status, day, template, said in CAMPAIGNS:
        logs += campaign(demo, id, workspace, name, status, day, template)
        for log in logs:
            if log["campaign_id"] == id and log["status"] == "success":
                contact = demo.rows["contacts"][log["contact_id"] - 1]
                moment = log.pop("sent")
                log["chat"] = message(
                    demo, contact, "outbound", said.format(name=contact["first_name"]), moment, None,
                    demo.pick(["sent", "delivered", "read"]))
                messages.append(log["chat"])
    messages += conversation(demo, 300 - len(messages))
    # One message longer than a page of the store holds beside others.
    longest = min((row for row in messages if row["user_id"] == 2), key=lambda row: row["created_at"])
    lines = "".join(f"{line}. Kopi Gayo {line * 250} g — Rp{line * 35}.000\n" for line in range(1, 61))
    longest["metadata"] = json.dumps({"message_type": "text", "content": {"text": "Daftar harga:\n" + lines}})
    for id, row in enumerate(sorted(messages, key=lambda row: (row["created_at"], row["uuid"])), 1):
        row["id"] = id
        if id in (40, 170):
            row["deleted_at"], row["deleted_by"] = row["created_at"], agents_of(row["workspace_id"])[0]
        demo.rows["contacts"][row["contact_id"] - 1]["latest_chat_created_at"] = row["created_at"]
        demo.add("chats", **row)
    for log in sorted(logs, key=lambda log: (log["created_at"], log["campaign_id"], log["contact_id"])):
        log["chat_id"] = log.pop("chat", {}).get("id")
        demo.add("campaign_logs", **log)


def campaign(demo, id, workspace, name, status, day, template):
    """Adds a campaign and gives the logs of its messages, one for each contact."""
    due = None if day is None else START + timedelta(days=day, hours=2)
    created = text(START + timedelta(days=day - 1 if day else 30))
    settings = {"template_variables": {"name": "{{1}}"}, "variable_mappings": {"{{1}}": "contact.first_name"},
                "send_rate": "100_per_minute"}
    demo.add(
        "campaigns", id=id, uuid=demo.uuid(), workspace_id=workspace, name=name, template_id=id, contact_group_id=0,
        metadata=demo.json(settings), status=status, scheduled_at=None if due is None else text(due),
        created_by=agents_of(workspace)[0], created_at=created)
    for place, contact in enumerate(contacts_of(demo, workspace)):
        outcome = "pending" if due is None else demo.pick(["success"] * 8 + ["failed"])
        if status == "processing" and place > 20:
            outcome = "pending" if place > 23 else "ongoing"
        sent = (due or START) + timedelta(seconds=place)
        log = {"campaign_id": id, "contact_id": contact["id"], "status": outcome, "retry_count": 0}
        log["created_at"] = created
        if outcome == "success":
            details = {"sent_at": iso(sent), "error_code": None, "template_used": template,
                       "variables_sent": {"name": contact["first_name"]}}
            log.update(metadata=demo.json(details), updated_at=text(sent), sent=sent)
        elif outcome == "failed":
            details = {"error_code": 131026, "error_message": "Receiver is incapable of receiving this message"}
            log.update(metadata=demo.json(details), retry_count=3, updated_at=text(sent))
        yield log


def add_audit_logs(demo):
    for moment in sorted(demo.moment() for _ in range(60)):
        event, method, endpoint, sends = demo.pick(EVENTS)
        user = demo.pick([entry for entry in USERS if entry[4]])
        url = endpoint.format(id=demo.number(60) + 1)
        # Before someone is signed in, a request belongs to nobody.
        is_known = event != "auth.login"
        address = demo.pick(["203.0.113.", "198.51.100."]) + str(demo.number(250))
        status = demo.pick([200, 200, 200, 201, 404, 500] if is_known else [302, 302, 401])
        result = "success" if status < 400 else "client_error" if status < 500 else "server_error"
        demo.add(
            "audit_logs", id=f"req_{int((moment - datetime(1970, 1, 1)).total_seconds())}_{demo.hex(8)}",
            request_id=demo.uuid(), event_type=event, endpoint=endpoint, method=method,
            url="https://crm.example.com" + url, ip_address=address,
            user_agent=demo.pick(AGENTS), user_id=user[0] if is_known else None,
            workspace_id=user[4] if is_known else None, session_id=demo.hex(40) if is_known else None,
            request_data=demo.json({"name": demo.pick(NAMES), "page": "1"}) if sends else None, status_code=status,
            response_size=demo.number(60000), execution_time=Decimal(demo.number(900000)).scaleb(-3),
            memory_usage=2097152 * (demo.number(8) + 1), success=int(status < 400), event_result=result,
            created_at=text(moment), updated_at=text(moment))


def make_rows():
    """By table name, its rows as dictionaries by column name; a column that is left out is NULL."""
    demo = Demo()
    add_people(demo)
    add_contacts(demo)
    add_messages(demo)
    add_audit_logs(demo)
    return demo.rows
