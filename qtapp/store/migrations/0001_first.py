"""The first tables of the register."""

from typing import Any

TABLES = """
CREATE TABLE "attendance" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "session_id" INTEGER NOT NULL,
    "session_number" VARCHAR(60) NOT NULL,
    "held_on" DATE,
    "officer_id" INTEGER NOT NULL,
    "officer_name" VARCHAR(60) NOT NULL,
    "department" VARCHAR(60) NOT NULL,
    "mark" VARCHAR(20000) NOT NULL,
    "reason" VARCHAR(200) NOT NULL);
CREATE INDEX "attendance_session_id" ON "attendance" ("session_id");
CREATE INDEX "attendance_session_number" ON "attendance" ("session_number");
CREATE INDEX "attendance_held_on" ON "attendance" ("held_on");
CREATE INDEX "attendance_officer_id" ON "attendance" ("officer_id");
CREATE INDEX "attendance_officer_name" ON "attendance" ("officer_name");
CREATE INDEX "attendance_mark" ON "attendance" ("mark");
CREATE TABLE "audit" ("seq" INTEGER NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "who" VARCHAR(255) NOT NULL,
    "act" VARCHAR(255) NOT NULL,
    "kind" VARCHAR(255) NOT NULL,
    "record_id" INTEGER NOT NULL,
    "number" VARCHAR(255) NOT NULL,
    "changes" TEXT NOT NULL,
    "link" VARCHAR(255) NOT NULL);
CREATE INDEX "auditrow_kind_record_id" ON "audit" ("kind",
    "record_id");
CREATE TABLE "cases" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "number" VARCHAR(200) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "cause" VARCHAR(300) NOT NULL,
    "source" VARCHAR(20000) NOT NULL,
    "origin" VARCHAR(20000) NOT NULL,
    "department" VARCHAR(60) NOT NULL,
    "discovered_on" DATE,
    "complaint_id" INTEGER NOT NULL,
    "inspection_id" INTEGER NOT NULL,
    "source_number" VARCHAR(80) NOT NULL,
    "parties" TEXT NOT NULL,
    "party_names" VARCHAR(500) NOT NULL,
    "facts" TEXT NOT NULL,
    "violations" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "handlers" TEXT NOT NULL,
    "discretion" TEXT NOT NULL,
    "defence" TEXT NOT NULL,
    "legal_review" TEXT NOT NULL,
    "decisions" TEXT NOT NULL,
    "steps" TEXT NOT NULL,
    "filed_on" DATE,
    "decided_on" DATE,
    "closed_on" DATE,
    "total_fen" INTEGER,
    "state" VARCHAR(20000) NOT NULL);
CREATE INDEX "cases_number" ON "cases" ("number");
CREATE INDEX "cases_source" ON "cases" ("source");
CREATE INDEX "cases_origin" ON "cases" ("origin");
CREATE INDEX "cases_department" ON "cases" ("department");
CREATE INDEX "cases_complaint_id" ON "cases" ("complaint_id");
CREATE INDEX "cases_inspection_id" ON "cases" ("inspection_id");
CREATE INDEX "cases_party_names" ON "cases" ("party_names");
CREATE INDEX "cases_filed_on" ON "cases" ("filed_on");
CREATE INDEX "cases_decided_on" ON "cases" ("decided_on");
CREATE INDEX "cases_closed_on" ON "cases" ("closed_on");
CREATE INDEX "cases_total_fen" ON "cases" ("total_fen");
CREATE INDEX "cases_state" ON "cases" ("state");
CREATE TABLE "certificates" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "number" VARCHAR(40) NOT NULL,
    "officer_id" INTEGER NOT NULL,
    "officer_name" VARCHAR(60) NOT NULL,
    "issuer" VARCHAR(200) NOT NULL,
    "scope" VARCHAR(200) NOT NULL,
    "issued_on" DATE,
    "expires_on" DATE,
    "revoked_on" DATE);
CREATE INDEX "certificates_number" ON "certificates" ("number");
CREATE INDEX "certificates_officer_id" ON "certificates" ("officer_id");
CREATE INDEX "certificates_officer_name" ON "certificates" ("officer_name");
CREATE INDEX "certificates_expires_on" ON "certificates" ("expires_on");
CREATE TABLE "complaints" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "number" VARCHAR(200) NOT NULL,
    "channel" VARCHAR(20000) NOT NULL,
    "received_at" DATETIME,
    "anonymity" VARCHAR(20000) NOT NULL,
    "wants_reply" INTEGER NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "target_name" VARCHAR(200) NOT NULL,
    "target_address" VARCHAR(200) NOT NULL,
    "target_contact" VARCHAR(200) NOT NULL,
    "occurred" VARCHAR(200) NOT NULL,
    "category" TEXT NOT NULL,
    "deaths" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "transfer_text" TEXT NOT NULL,
    "attachments" VARCHAR(500) NOT NULL,
    "call_recording" VARCHAR(60) NOT NULL,
    "letter_dated_on" DATE,
    "letter_pages" INTEGER,
    "visitors" INTEGER,
    "platform" VARCHAR(100) NOT NULL,
    "outer_number" VARCHAR(80) NOT NULL,
    "outer_due_on" DATE,
    "sender" VARCHAR(100) NOT NULL,
    "registrar" VARCHAR(60) NOT NULL,
    "earlier_number" VARCHAR(60) NOT NULL,
    "proposal" TEXT NOT NULL,
    "acceptance" VARCHAR(20000) NOT NULL,
    "instruction" TEXT NOT NULL,
    "chief" VARCHAR(60) NOT NULL,
    "instructed_on" DATE,
    "leader" VARCHAR(60) NOT NULL,
    "department" VARCHAR(60) NOT NULL,
    "requirement" TEXT NOT NULL,
    "due_on" DATE,
    "assigned_on" DATE,
    "finding" VARCHAR(20000) NOT NULL,
    "result" TEXT NOT NULL,
    "result_on" DATE,
    "outcome_number" VARCHAR(80) NOT NULL,
    "reply" TEXT NOT NULL,
    "replied_on" DATE,
    "closed_on" DATE,
    "state" VARCHAR(20000) NOT NULL);
CREATE INDEX "complaints_number" ON "complaints" ("number");
CREATE INDEX "complaints_channel" ON "complaints" ("channel");
CREATE INDEX "complaints_received_at" ON "complaints" ("received_at");
CREATE INDEX "complaints_enterprise_id" ON "complaints" ("enterprise_id");
CREATE INDEX "complaints_target_name" ON "complaints" ("target_name");
CREATE INDEX "complaints_department" ON "complaints" ("department");
CREATE INDEX "complaints_due_on" ON "complaints" ("due_on");
CREATE INDEX "complaints_closed_on" ON "complaints" ("closed_on");
CREATE INDEX "complaints_state" ON "complaints" ("state");
CREATE INDEX "complaints_state_received_at" ON "complaints" ("state",
    "received_at");
CREATE INDEX "complaints_channel_received_at" ON "complaints" ("channel",
    "received_at");
CREATE INDEX "complaints_department_received_at" ON "complaints" ("department",
    "received_at");
CREATE TABLE "departments" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "short" VARCHAR(20) NOT NULL,
    "aliases" VARCHAR(200) NOT NULL,
    "head" VARCHAR(60) NOT NULL,
    "position" INTEGER,
    "enforces" INTEGER NOT NULL);
CREATE INDEX "departments_position" ON "departments" ("position");
CREATE TABLE "documents" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "number" VARCHAR(200) NOT NULL,
    "form" VARCHAR(60) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "form_version" VARCHAR(20) NOT NULL,
    "subject_kind" VARCHAR(20) NOT NULL,
    "subject_id" INTEGER,
    "subject_number" VARCHAR(200) NOT NULL,
    "party" VARCHAR(200) NOT NULL,
    "dated_on" DATE,
    "values" TEXT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "pages" INTEGER,
    "void_reason" VARCHAR(500) NOT NULL,
    "state" VARCHAR(20000) NOT NULL);
CREATE INDEX "documents_number" ON "documents" ("number");
CREATE INDEX "documents_form" ON "documents" ("form");
CREATE INDEX "documents_title" ON "documents" ("title");
CREATE INDEX "documents_subject_kind" ON "documents" ("subject_kind");
CREATE INDEX "documents_subject_id" ON "documents" ("subject_id");
CREATE INDEX "documents_subject_number" ON "documents" ("subject_number");
CREATE INDEX "documents_dated_on" ON "documents" ("dated_on");
CREATE INDEX "documents_state" ON "documents" ("state");
CREATE TABLE "draft" ("key" VARCHAR(255) NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "text" TEXT NOT NULL,
    "box" BLOB);
CREATE TABLE "enterprises" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "credit_code" VARCHAR(18) NOT NULL,
    "former_names" VARCHAR(200) NOT NULL,
    "address" VARCHAR(200) NOT NULL,
    "township" VARCHAR(40) NOT NULL,
    "postcode" VARCHAR(10) NOT NULL,
    "legal_rep" VARCHAR(60) NOT NULL,
    "legal_rep_title" VARCHAR(40) NOT NULL,
    "phone" VARCHAR(60) NOT NULL,
    "industry" VARCHAR(60) NOT NULL,
    "risk_class" VARCHAR(20000) NOT NULL,
    "supervised" INTEGER NOT NULL,
    "initials" VARCHAR(400) NOT NULL,
    "note" VARCHAR(500) NOT NULL);
CREATE INDEX "enterprises_name" ON "enterprises" ("name");
CREATE INDEX "enterprises_credit_code" ON "enterprises" ("credit_code");
CREATE INDEX "enterprises_township" ON "enterprises" ("township");
CREATE INDEX "enterprises_risk_class" ON "enterprises" ("risk_class");
CREATE INDEX "enterprises_initials" ON "enterprises" ("initials");
CREATE TABLE "import" ("id" INTEGER NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "kind" VARCHAR(255) NOT NULL,
    "source" VARCHAR(255) NOT NULL,
    "record_ids" TEXT NOT NULL,
    "undone_at" DATETIME);
CREATE TABLE "inspections" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "number" VARCHAR(200) NOT NULL,
    "origin" VARCHAR(20000) NOT NULL,
    "plan_year" INTEGER,
    "department" VARCHAR(60) NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "target_name" VARCHAR(200) NOT NULL,
    "target_code" VARCHAR(18) NOT NULL,
    "target_address" VARCHAR(200) NOT NULL,
    "legal_rep" VARCHAR(60) NOT NULL,
    "legal_rep_title" VARCHAR(40) NOT NULL,
    "phone" VARCHAR(60) NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "started_at" DATETIME,
    "ended_at" DATETIME,
    "officers" TEXT NOT NULL,
    "shown_certificates" INTEGER NOT NULL,
    "experts" VARCHAR(200) NOT NULL,
    "summary" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "measure" VARCHAR(20000) NOT NULL,
    "rectify_by" DATE,
    "party_opinion" VARCHAR(200) NOT NULL,
    "witness" VARCHAR(100) NOT NULL,
    "refusal_note" TEXT NOT NULL,
    "complaint_id" INTEGER NOT NULL,
    "complaint_number" VARCHAR(80) NOT NULL,
    "case_number" VARCHAR(80) NOT NULL,
    "state" VARCHAR(20000) NOT NULL);
CREATE INDEX "inspections_number" ON "inspections" ("number");
CREATE INDEX "inspections_origin" ON "inspections" ("origin");
CREATE INDEX "inspections_department" ON "inspections" ("department");
CREATE INDEX "inspections_enterprise_id" ON "inspections" ("enterprise_id");
CREATE INDEX "inspections_target_name" ON "inspections" ("target_name");
CREATE INDEX "inspections_started_at" ON "inspections" ("started_at");
CREATE INDEX "inspections_complaint_id" ON "inspections" ("complaint_id");
CREATE INDEX "inspections_state" ON "inspections" ("state");
CREATE INDEX "inspections_origin_started_at" ON "inspections" ("origin",
    "started_at");
CREATE INDEX "inspections_department_started_at" ON "inspections" ("department",
    "started_at");
CREATE TABLE "number" ("id" INTEGER NOT NULL PRIMARY KEY,
    "series" VARCHAR(255) NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "number" VARCHAR(255) NOT NULL,
    "kind" VARCHAR(255) NOT NULL,
    "record_id" INTEGER NOT NULL,
    "void_reason" VARCHAR(255) NOT NULL);
CREATE UNIQUE INDEX "numberrow_number" ON "number" ("number");
CREATE UNIQUE INDEX "numberrow_series_year_sequence" ON "number" ("series",
    "year",
    "sequence");
CREATE TABLE "officers" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "gender" VARCHAR(20000) NOT NULL,
    "identity_number" VARCHAR(18) NOT NULL,
    "department" VARCHAR(60) NOT NULL,
    "post" VARCHAR(20000) NOT NULL,
    "duty" VARCHAR(60) NOT NULL,
    "phone" VARCHAR(40) NOT NULL,
    "joined_on" DATE,
    "left_on" DATE,
    "apply_year" INTEGER,
    "initials" VARCHAR(200) NOT NULL);
CREATE INDEX "officers_name" ON "officers" ("name");
CREATE INDEX "officers_department" ON "officers" ("department");
CREATE INDEX "officers_post" ON "officers" ("post");
CREATE INDEX "officers_initials" ON "officers" ("initials");
CREATE TABLE "sealed" ("id" INTEGER NOT NULL PRIMARY KEY,
    "kind" VARCHAR(255) NOT NULL,
    "record_id" INTEGER NOT NULL,
    "box" BLOB NOT NULL);
CREATE UNIQUE INDEX "sealedrow_kind_record_id" ON "sealed" ("kind",
    "record_id");
CREATE TABLE "search" ("id" INTEGER NOT NULL PRIMARY KEY,
    "kind" VARCHAR(255) NOT NULL,
    "record_id" INTEGER NOT NULL,
    "number" VARCHAR(255) NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "text" TEXT NOT NULL);
CREATE UNIQUE INDEX "searchrow_kind_record_id" ON "search" ("kind",
    "record_id");
CREATE TABLE "sessions" ("id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "number" VARCHAR(200) NOT NULL,
    "held_on" DATE,
    "hours" INTEGER,
    "place" VARCHAR(200) NOT NULL,
    "topic" VARCHAR(300) NOT NULL,
    "host" VARCHAR(100) NOT NULL,
    "caller" VARCHAR(60) NOT NULL,
    "content" TEXT NOT NULL,
    "expected" INTEGER,
    "present" INTEGER);
CREATE INDEX "sessions_number" ON "sessions" ("number");
CREATE INDEX "sessions_held_on" ON "sessions" ("held_on");
CREATE TABLE "setting" ("key" VARCHAR(255) NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL);
CREATE VIRTUAL TABLE search_gram USING fts5(grams, content='', contentless_delete=1, detail=none);
"""


def up(_migrator: Any, db: Any) -> None:
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute_sql(statement)


# Run inside the transaction that also writes the version.
atomic = False
