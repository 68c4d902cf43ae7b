-- Rows that are hard to carry from one program to another: quotes, NULs, line ends, characters of four bytes, empty texts
-- beside NULLs, the borders of types. Tables that a schema lacks are skipped.
INSERT INTO users (id, first_name, last_name, email, role, phone, address, status, meta, plan_id, will_expire, created_at)
VALUES
  (900000001, 'O''Reilly \\ "q" `b` %_', '', 'a@hard.test', 'user', NULL, 'one\r\ntwo\nthree\ttab\0nul\Zend', -2147483648,
    '\\''); DROP TABLE users; -- ', 18446744073709551615, '1000-01-01', '1970-01-01 00:00:01'),
  (900000002, '😀 ❤️ 你好 é é ß ﷺ', ' leading', 'b@hard.test', 'user', ' ', '/* # -- ; */ \\', 2147483647, '\\\\', 0,
    '9999-12-31', '2038-01-19 03:14:07'),
  (900000003, 'delimiter //\n\\! ls\n\\q', NULL, 'c@hard.test', '', '', '', 0, '', NULL, NULL, NULL);
INSERT INTO workspaces (id, uuid, identifier, name, metadata, created_by, created_at) VALUES
  (900000001, 'NOT-a-UUID', 'hard', NULL, '{"k": "\\"quoted\\" \\\\ \\n é 😀"}', 900000001, '2024-02-29 23:59:59');
INSERT INTO contacts (id, uuid, workspace_id, first_name, is_favorite, created_by) VALUES
  (900000001, 'FEDCBA98-7654-4321-8FED-CBA987654321', 900000001, 'trailing   ', -128, 900000001),
  (900000002, 'fedcba98-7654-4321-8fed-cba987654322', 900000001, NULL, 127, 900000001);
INSERT INTO campaigns (id, uuid, workspace_id, name, template_id, contact_group_id, metadata, status, scheduled_at,
    created_by, created_at) VALUES
  (900000001, 'x', 900000001, '', 0, 2147483647, '{}', 'pending', '9999-12-31 23:59:59', 900000001, '2025-03-30 02:30:00'),
  (900000002, 'y', 900000001, '', 0, 0, '[', '', '1000-01-01 00:00:00', 900000001, '2025-10-26 02:30:00');
INSERT INTO audit_logs (id, event_type, method, url, ip_address, workspace_id, request_data, status_code, response_size,
    execution_time, success) VALUES
  ('hard ''1''', 'e', 'GET', '', '::1', NULL,
    '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ "deep" ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
    -2147483648, -9223372036854775808, -9999999.999, NULL),
  ('hard 2', 'e', 'GET', '', '::1', 900000001, ' { "a" : 1.50, "a" : null , "u" : "\\u00e9\\ud83d\\ude00" } ', 0,
    9223372036854775807, 0.001, 0);
INSERT INTO email_templates (id, name, subject, body, updated_at, updated_by) VALUES
  (900000001, '', '', 0x00010203040506070809000a0d1a22275c60ff80c0fe, '2025-01-01 00:00:00', 900000001),
  (900000002, '', '', '', '2025-01-01 00:00:00', 900000001);
