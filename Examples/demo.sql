/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: crm
-- ------------------------------------------------------
-- Server version	10.11.19-MariaDB-0+deb12u1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `audit_logs`
--

DROP TABLE IF EXISTS `audit_logs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `audit_logs` (
  `id` varchar(100) NOT NULL,
  `request_id` varchar(100) DEFAULT NULL,
  `event_type` varchar(50) NOT NULL,
  `endpoint` varchar(100) DEFAULT NULL,
  `method` varchar(10) NOT NULL,
  `url` text NOT NULL,
  `ip_address` varchar(45) NOT NULL,
  `user_agent` text DEFAULT NULL,
  `user_id` bigint(20) unsigned DEFAULT NULL,
  `workspace_id` bigint(20) unsigned DEFAULT NULL,
  `session_id` varchar(100) DEFAULT NULL,
  `request_data` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`request_data`)),
  `status_code` int(11) DEFAULT NULL,
  `response_size` bigint(20) DEFAULT NULL,
  `execution_time` decimal(10,3) DEFAULT NULL,
  `memory_usage` bigint(20) DEFAULT NULL,
  `success` tinyint(1) DEFAULT NULL,
  `event_result` varchar(20) DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `audit_logs_user_id_created_at_index` (`user_id`,`created_at`),
  KEY `audit_logs_workspace_id_created_at_index` (`workspace_id`,`created_at`),
  KEY `audit_logs_ip_address_created_at_index` (`ip_address`,`created_at`),
  KEY `audit_logs_event_type_created_at_index` (`event_type`,`created_at`),
  KEY `audit_logs_success_created_at_index` (`success`,`created_at`),
  CONSTRAINT `audit_logs_workspace_id_foreign` FOREIGN KEY (`workspace_id`) REFERENCES `workspaces` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `audit_logs`
--

LOCK TABLES `audit_logs` WRITE;
/*!40000 ALTER TABLE `audit_logs` DISABLE KEYS */;
INSERT INTO `audit_logs` VALUES
('req_1756702429_285e0b0f','2f96cf08-77ce-403f-92cd-87febaad969d','auth.login','/login','POST','https://crm.example.com/login','203.0.113.212','Mozilla/5.0 (Macintosh) Safari/605.1.15',NULL,NULL,NULL,'{\"name\": \"Ratna Sari\", \"page\": \"1\"}',302,33777,275.785,16777216,1,'success','2025-09-01 04:53:49','2025-09-01 04:53:49'),
('req_1756796980_b84d3db3','5aba02e2-1a98-4e74-8104-62b2f0a9f965','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/28','203.0.113.187',NULL,7,3,'4b094c252abf9f4f3cab0b8642cc6c2666c742c4',NULL,201,835,848.554,4194304,1,'success','2025-09-02 07:09:40','2025-09-02 07:09:40'),
('req_1756812442_b0020150','833075c9-5464-4d07-b4c7-4deeef0a90b1','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/24','203.0.113.133',NULL,5,2,'44b7f7e2020743f22c22d29fa5c9b52608ef3497',NULL,500,59731,875.884,16777216,0,'server_error','2025-09-02 11:27:22','2025-09-02 11:27:22'),
('req_1756829175_f16e8eb5','eddfb503-b779-43c7-8e71-18dcf58ddd3e','chat.send','/api/v1/chats','POST','https://crm.example.com/api/v1/chats','203.0.113.249','Mozilla/5.0 (Macintosh) Safari/605.1.15',3,1,'f49e2c0e56b90982c334f46a445e2f7c0e87ed2a','{\"name\": \"Teguh Firmansyah\", \"page\": \"1\"}',200,14715,63.320,16777216,1,'success','2025-09-02 16:06:15','2025-09-02 16:06:15'),
('req_1756838306_6f6493f6','283f27d4-a0f4-4c3f-9b0c-09f6c9f99fe9','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/24','203.0.113.150','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',2,1,'2bc03d8970108e0716eb70072ba4b5af17422c6f',NULL,200,47596,763.476,10485760,1,'success','2025-09-02 18:38:26','2025-09-02 18:38:26'),
('req_1756884865_e66fb5a2','aa929f1f-43da-4121-8c14-6d953de6e574','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','198.51.100.170',NULL,7,3,'d258cb1af3ffdf7244fa13566d2c62df22fa7d3c',NULL,201,13180,89.897,2097152,1,'success','2025-09-03 07:34:25','2025-09-03 07:34:25'),
('req_1756899208_2475df69','3c538c61-5243-4aa0-be70-a14520b13c01','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/20','198.51.100.127','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',6,3,'29c01676b71f0063568f7f6a1e62e5c21aa2decd',NULL,201,11183,582.991,2097152,1,'success','2025-09-03 11:33:28','2025-09-03 11:33:28'),
('req_1756908847_6fce8d65','16d32bb4-d2ee-440f-bf38-5eb52b6a67c9','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/31','203.0.113.233','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',5,2,'eca2e61105689a21823dc9c6c11b9efbe69bd36f','{\"name\": \"Sri Mulyani\", \"page\": \"1\"}',200,37223,96.454,10485760,1,'success','2025-09-03 14:14:07','2025-09-03 14:14:07'),
('req_1756914183_73c3962e','bc3f39cd-1c0d-46fd-9054-928c942951e7','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/60','203.0.113.113',NULL,6,3,'4d5200f522a80df4665795c554454bb0cbd003be',NULL,200,24110,81.160,16777216,1,'success','2025-09-03 15:43:03','2025-09-03 15:43:03'),
('req_1756932653_4078e9ed','54106a91-e6b3-4bf4-a52a-3ce7f11be562','auth.login','/login','POST','https://crm.example.com/login','198.51.100.167','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',NULL,NULL,NULL,'{\"name\": \"Dani Alamsyah\", \"page\": \"1\"}',302,52275,453.832,6291456,1,'success','2025-09-03 20:50:53','2025-09-03 20:50:53'),
('req_1756988980_59115d90','ef1f6a6c-8819-4215-b264-aaaf0eb3a50c','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/41','203.0.113.197','Mozilla/5.0 (Macintosh) Safari/605.1.15',4,2,'0f53d8b997d648d4e6299b771dd61c024f7d50fc',NULL,500,16642,19.390,14680064,0,'server_error','2025-09-04 12:29:40','2025-09-04 12:29:40'),
('req_1757087735_88c09fea','2eef650e-977f-4ae0-a73c-4076749e992e','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/3','198.51.100.211',NULL,5,2,'7a973decacc17120466b6a6cc79c7b1ee5b27546','{\"name\": \"Intan Puspita\", \"page\": \"1\"}',200,17537,854.261,2097152,1,'success','2025-09-05 15:55:35','2025-09-05 15:55:35'),
('req_1757114913_ad1c9bba','c8e8b7b2-8667-4a81-95b0-38c50e80b362','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','198.51.100.142','Mozilla/5.0 (Macintosh) Safari/605.1.15',6,3,'a884aea47f79ea6cbc654c7a24681812068e8a4d',NULL,200,22297,450.631,2097152,1,'success','2025-09-05 23:28:33','2025-09-05 23:28:33'),
('req_1757147584_2a685314','93948ae0-855c-40c0-99c3-e394a8c5f76d','chat.send','/api/v1/chats','POST','https://crm.example.com/api/v1/chats','203.0.113.113','Mozilla/5.0 (Macintosh) Safari/605.1.15',2,1,'3513c281f50178de4c9e52f7f796d9c236c11adc','{\"name\": \"Τάσος Παπαδόπουλος\", \"page\": \"1\"}',200,24971,162.534,4194304,1,'success','2025-09-06 08:33:04','2025-09-06 08:33:04'),
('req_1757288336_0756a5b6','5bdb59b4-a824-40ed-a15a-691037dc3c30','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','203.0.113.173',NULL,7,3,'16083c5c2ab7a09431195cecad1e2f61dd5d53c2',NULL,200,32668,265.297,14680064,1,'success','2025-09-07 23:38:56','2025-09-07 23:38:56'),
('req_1757303780_9a07f938','b2884856-35ca-4376-ad9b-62f929d4cb59','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/5','203.0.113.56',NULL,4,2,'5df03f9dbd54a419ed61a88a3720cd2b357ef1eb',NULL,201,6258,872.530,16777216,1,'success','2025-09-08 03:56:20','2025-09-08 03:56:20'),
('req_1757369657_eb2dac04','47dbd891-00c7-412c-b090-9d488ace1fee','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/57','203.0.113.206','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',7,3,'2bdd5a56400abdeb8cb0099d2533227f6eeddc2c','{\"name\": \"Andi Wijaya\", \"page\": \"1\"}',200,7207,665.848,6291456,1,'success','2025-09-08 22:14:17','2025-09-08 22:14:17'),
('req_1757419865_ce6038ec','9798c1c6-8a9f-4878-895e-f2ec0302fbfc','auth.login','/login','POST','https://crm.example.com/login','198.51.100.225','Mozilla/5.0 (Macintosh) Safari/605.1.15',NULL,NULL,NULL,'{\"name\": \"محمد العلي\", \"page\": \"1\"}',401,24002,493.377,2097152,0,'client_error','2025-09-09 12:11:05','2025-09-09 12:11:05'),
('req_1757431458_fc9e9141','369b6cc3-7c88-474a-a86b-8c9f6e2c8f15','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/8','198.51.100.246','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',6,3,'4880a8ff57e099fa8e7cc706f76bba879b75f04c',NULL,201,44159,552.677,4194304,1,'success','2025-09-09 15:24:18','2025-09-09 15:24:18'),
('req_1757497058_fb86697b','657a9d09-1135-4529-8304-2a9c663b37a4','chat.send','/api/v1/chats','POST','https://crm.example.com/api/v1/chats','203.0.113.248',NULL,4,2,'81da651ae96e879025c51f75b7e77e2b4cc3cccc','{\"name\": \"Nadia Safitri\", \"page\": \"1\"}',200,7322,492.562,14680064,1,'success','2025-09-10 09:37:38','2025-09-10 09:37:38'),
('req_1757614390_d2de2572','09f51695-3fd9-4be1-b2c7-b9d7f0404382','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/29','203.0.113.163','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',4,2,'ba5db97ee0478b7cf22c5f50f8f7d66380b59b2a',NULL,201,14887,666.791,8388608,1,'success','2025-09-11 18:13:10','2025-09-11 18:13:10'),
('req_1757622971_e5d5431e','a283e493-a7e1-4f08-976c-f4924957e9b1','auth.login','/login','POST','https://crm.example.com/login','203.0.113.185','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',NULL,NULL,NULL,'{\"name\": \"Citra Dewanti\", \"page\": \"1\"}',302,51358,196.719,4194304,1,'success','2025-09-11 20:36:11','2025-09-11 20:36:11'),
('req_1757659465_74053851','2be7151b-fa7c-4d45-8d02-97affb435ace','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/52','203.0.113.176','Mozilla/5.0 (Macintosh) Safari/605.1.15',3,1,'e96f5a834a36657204d4c36de89e7a66f4b9ae85','{\"name\": \"Ayu Permata\", \"page\": \"1\"}',500,2834,647.383,4194304,0,'server_error','2025-09-12 06:44:25','2025-09-12 06:44:25'),
('req_1757705695_21e559e0','b5f55d5b-03f1-4879-a88f-2a381c57ed78','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','198.51.100.235','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',6,3,'abfc6adeb32b97877cfbb88bc8702012da96ff3f',NULL,200,46257,636.279,4194304,1,'success','2025-09-12 19:34:55','2025-09-12 19:34:55'),
('req_1757774258_4bf14554','637b86db-a0d3-4836-aaac-64b2b72e38b4','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/39','203.0.113.46',NULL,6,3,'9f78302d89443e358927e06356cbc4efa9bfc229',NULL,500,23080,869.957,6291456,0,'server_error','2025-09-13 14:37:38','2025-09-13 14:37:38'),
('req_1757806750_8c88b9d2','445e3341-e95c-4c2d-8eb8-636cd671e4f1','auth.login','/login','POST','https://crm.example.com/login','203.0.113.19','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',NULL,NULL,NULL,'{\"name\": \"Maya Kusuma\", \"page\": \"1\"}',401,45880,16.939,4194304,0,'client_error','2025-09-13 23:39:10','2025-09-13 23:39:10'),
('req_1757845660_7413f673','785b5b0d-26e7-4fe3-8a34-75bcf30e52d1','auth.login','/login','POST','https://crm.example.com/login','203.0.113.197',NULL,NULL,NULL,NULL,'{\"name\": \"Şahin Yıldız\", \"page\": \"1\"}',302,12592,51.720,14680064,1,'success','2025-09-14 10:27:40','2025-09-14 10:27:40'),
('req_1757885207_43d797d1','bfa582aa-eb3a-4432-b8d6-cea80ce84281','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/23','203.0.113.224','Mozilla/5.0 (Macintosh) Safari/605.1.15',5,2,'61d1c85fa1a16c44fb199c114f80341c807510a8',NULL,404,38386,384.519,10485760,0,'client_error','2025-09-14 21:26:47','2025-09-14 21:26:47'),
('req_1757910210_34e1d6b4','284b51b0-bdc5-4cd1-982d-42948d08bbdf','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','203.0.113.238',NULL,3,1,'6b5830b4e8f8d068cedd5189f781e87e8d726cbd',NULL,404,49716,17.282,4194304,0,'client_error','2025-09-15 04:23:30','2025-09-15 04:23:30'),
('req_1757937751_48f192a9','ccf1e539-f6ac-4801-8e03-0a10c6d9558f','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/10','198.51.100.166','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',3,1,'8ecc5fd055659bca3d7bc3b43fe1f5a0a3fa4810',NULL,201,58795,552.389,16777216,1,'success','2025-09-15 12:02:31','2025-09-15 12:02:31'),
('req_1757967269_100c548f','bece1ab9-76e4-4f93-9536-6c8668924b19','chat.send','/api/v1/chats','POST','https://crm.example.com/api/v1/chats','203.0.113.193',NULL,7,3,'333e06ecd8e7882d102c4216e69a42d54df18f3e','{\"name\": \"Bayu Nugroho\", \"page\": \"1\"}',200,19877,802.231,4194304,1,'success','2025-09-15 20:14:29','2025-09-15 20:14:29'),
('req_1758165656_1cd05208','4cb79139-2da1-4568-8e47-057c5ef6b9b9','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/54','198.51.100.196','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',2,1,'72c0e97f087d7425f33a636360c9eda34a4b5c09','{\"name\": \"Priya Sharma\", \"page\": \"1\"}',200,55638,806.232,12582912,1,'success','2025-09-18 03:20:56','2025-09-18 03:20:56'),
('req_1758327405_10774a36','8875aa4c-8c62-4a4f-8191-94c75236ac14','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','203.0.113.104',NULL,6,3,'2ac9d43976486701759fe7d8f3fdfb1b22ff6284',NULL,200,44272,232.612,8388608,1,'success','2025-09-20 00:16:45','2025-09-20 00:16:45'),
('req_1758351677_1cf7357d','f4f27eb6-d2ed-443c-bb5e-17b381ebd828','auth.login','/login','POST','https://crm.example.com/login','203.0.113.232','Mozilla/5.0 (Macintosh) Safari/605.1.15',NULL,NULL,NULL,'{\"name\": \"Hendra Gunawan\", \"page\": \"1\"}',401,38808,624.424,10485760,0,'client_error','2025-09-20 07:01:17','2025-09-20 07:01:17'),
('req_1758363422_97d031ea','ccd4fe23-0cd0-4209-9a4a-5b7adaf0ffa4','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/11','203.0.113.51',NULL,3,1,'faedd00a60dc8ac7b544777349c485f2bd4d776e',NULL,200,17986,19.556,6291456,1,'success','2025-09-20 10:17:02','2025-09-20 10:17:02'),
('req_1758377283_e05ff80b','56090e1f-6f18-4b0f-a92b-eac5255599d7','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/2','203.0.113.36',NULL,5,2,'dbb53fa5148ed8f57db5a1a1c337f2622f2e2a88','{\"name\": \"Teguh Firmansyah\", \"page\": \"1\"}',200,18374,268.501,16777216,1,'success','2025-09-20 14:08:03','2025-09-20 14:08:03'),
('req_1758387527_9378d87a','d0f3f75d-dd04-4dd2-88e1-058ee2609980','auth.login','/login','POST','https://crm.example.com/login','203.0.113.55','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',NULL,NULL,NULL,'{\"name\": \"Lina Oktaviani\", \"page\": \"1\"}',302,8830,96.576,16777216,1,'success','2025-09-20 16:58:47','2025-09-20 16:58:47'),
('req_1758387907_01e8cc25','f92093c2-fd6d-441e-8039-90ef5c14ac30','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','203.0.113.132','Mozilla/5.0 (Macintosh) Safari/605.1.15',5,2,'1f76a9d9cf0a5ecab22265d900527571a81fffd0',NULL,500,53676,285.741,4194304,0,'server_error','2025-09-20 17:05:07','2025-09-20 17:05:07'),
('req_1758478399_9efa68b3','8e278ddf-802e-48ae-8bad-85f3c7a2cddf','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/10','198.51.100.92',NULL,4,2,'3b7c657f4112229a7876db7fe5888f723f2ab684','{\"name\": \"Iwan Setiabudi\", \"page\": \"1\"}',200,2420,249.339,14680064,1,'success','2025-09-21 18:13:19','2025-09-21 18:13:19'),
('req_1758504693_866f90a2','9416d491-6019-4848-8a0b-7cc0617de2ff','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/57','198.51.100.232','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',7,3,'8ac3ca39a77086d0547e0994613e012bfccbedb6','{\"name\": \"Nadia Safitri\", \"page\": \"1\"}',200,41004,174.033,6291456,1,'success','2025-09-22 01:31:33','2025-09-22 01:31:33'),
('req_1758535365_1d23b2a7','64cb0a21-e6dc-430b-96e6-b3fb44c9fced','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/26','203.0.113.142',NULL,6,3,'25721c2e4a4b4d98cf94ec9870e54fe108895a36','{\"name\": \"Novi Astuti\", \"page\": \"1\"}',200,14256,77.549,6291456,1,'success','2025-09-22 10:02:45','2025-09-22 10:02:45'),
('req_1758536518_fb1c63f6','55414e9d-67a7-4964-b97a-0e8732bca796','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/39','198.51.100.15',NULL,6,3,'6bffd580d4aa804a62d913ba522009da13df5a19','{\"name\": \"Arif Hidayat\", \"page\": \"1\"}',404,27233,300.313,14680064,0,'client_error','2025-09-22 10:21:58','2025-09-22 10:21:58'),
('req_1758690152_b8666b4f','b86f91b4-6201-4447-a26a-72142728a5fe','auth.login','/login','POST','https://crm.example.com/login','203.0.113.130',NULL,NULL,NULL,NULL,'{\"name\": \"Eko Prasetyo\", \"page\": \"1\"}',302,52416,154.087,10485760,1,'success','2025-09-24 05:02:32','2025-09-24 05:02:32'),
('req_1758923161_f5117b5d','b71bba10-0f73-4159-8935-fa8b6bdd8f05','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/44','203.0.113.68',NULL,5,2,'956aba150bf08aa7137a0b36df1a49d2ea47f9ba',NULL,201,59184,326.388,10485760,1,'success','2025-09-26 21:46:01','2025-09-26 21:46:01'),
('req_1758967702_99e00751','ed1b9f34-9913-4739-9a21-0ec6f47d2fed','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/52','203.0.113.185','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',7,3,'2d4278d5ad0bde2386dfca14bb59146a974ec552',NULL,500,57674,654.874,4194304,0,'server_error','2025-09-27 10:08:22','2025-09-27 10:08:22'),
('req_1759177538_bd700591','90cd43ab-4a14-4d1a-9a29-8655c8ca295e','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/59','198.51.100.188','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',3,1,'d904a63acbb2cc8081973bed984e2b649dd02b8b',NULL,200,21290,286.833,16777216,1,'success','2025-09-29 20:25:38','2025-09-29 20:25:38'),
('req_1759194532_e70dcfa3','384fa849-4aef-4c07-9ebb-e8c212e8274d','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/22','198.51.100.155',NULL,3,1,'ef00f448cdfe8e6bf691b07644e273c0f8b0c982','{\"name\": \"Bambang Sutrisno\", \"page\": \"1\"}',404,37648,832.177,16777216,0,'client_error','2025-09-30 01:08:52','2025-09-30 01:08:52'),
('req_1759217385_82785f9c','aa4c6107-a478-409b-98e2-3928eed99453','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/32','198.51.100.60',NULL,4,2,'b56154f784e1e516c706d9ae9169c822653655aa',NULL,404,14717,699.797,12582912,0,'client_error','2025-09-30 07:29:45','2025-09-30 07:29:45'),
('req_1759328569_66d39487','aa2ebaa3-c93e-445b-9ce3-a7921bb5255a','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','203.0.113.199','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',2,1,'3ead5ca74bb76f50e829370b8403fbc59792d7d7',NULL,200,1182,861.601,14680064,1,'success','2025-10-01 14:22:49','2025-10-01 14:22:49'),
('req_1759339194_aa98761b','93c1961c-6862-4dd8-9605-7f66f17e00cb','auth.login','/login','POST','https://crm.example.com/login','203.0.113.132','Mozilla/5.0 (Macintosh) Safari/605.1.15',NULL,NULL,NULL,'{\"name\": \"Arif Hidayat\", \"page\": \"1\"}',302,41296,397.572,6291456,1,'success','2025-10-01 17:19:54','2025-10-01 17:19:54'),
('req_1759389442_3fc5a3a1','95b8236f-0dc4-4fc9-8857-9a5f43dfa059','contact.update','/api/v1/contacts/{id}','PUT','https://crm.example.com/api/v1/contacts/24','198.51.100.45','Mozilla/5.0 (Macintosh) Safari/605.1.15',2,1,'57555c2d71db6e7e0d03838a39ec7da96c0365ed','{\"name\": \"Łukasz Wójcik\", \"page\": \"1\"}',200,47446,825.792,14680064,1,'success','2025-10-02 07:17:22','2025-10-02 07:17:22'),
('req_1759556114_2943868b','ded57482-be8c-4042-b31f-bde237eb963b','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/14','203.0.113.147','Mozilla/5.0 (Macintosh) Safari/605.1.15',7,3,'486d92bed1e3288ad3475cb756ab28abbbf19598',NULL,200,58687,21.317,4194304,1,'success','2025-10-04 05:35:14','2025-10-04 05:35:14'),
('req_1759569406_978aed4c','811cb367-7352-4a7a-92c0-f96e14a54efa','auth.login','/login','POST','https://crm.example.com/login','203.0.113.231','Mozilla/5.0 (Macintosh) Safari/605.1.15',NULL,NULL,NULL,'{\"name\": \"Sri Mulyani\", \"page\": \"1\"}',302,30776,263.806,14680064,1,'success','2025-10-04 09:16:46','2025-10-04 09:16:46'),
('req_1759574581_13c43bcb','f39c3c76-c0a1-4f26-b3aa-5393395ba159','campaign.show','/api/v1/campaigns/{id}','GET','https://crm.example.com/api/v1/campaigns/35','198.51.100.186','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',2,1,'eda0db144ebd272f791f5a4fc126da6bf163c5a9',NULL,500,10316,429.006,14680064,0,'server_error','2025-10-04 10:43:01','2025-10-04 10:43:01'),
('req_1759611704_65ebea51','9dcfa851-bd22-4efd-a912-63dc5a79a065','contact.delete','/api/v1/contacts/{id}','DELETE','https://crm.example.com/api/v1/contacts/57','198.51.100.155','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',7,3,'2dc5f2bcf7c63a364c69a79800e55bd5391b3781',NULL,201,2153,799.594,14680064,1,'success','2025-10-04 21:01:44','2025-10-04 21:01:44'),
('req_1759640599_4835b16a','80c8208e-1edd-4074-a197-2f6459e0b56a','auth.login','/login','POST','https://crm.example.com/login','203.0.113.225',NULL,NULL,NULL,NULL,'{\"name\": \"Wahyu Setiawan\", \"page\": \"1\"}',302,31064,668.682,14680064,1,'success','2025-10-05 05:03:19','2025-10-05 05:03:19'),
('req_1759641110_bad4fd13','be08b2fc-551d-4d7b-a1f6-06be67b33b8b','auth.login','/login','POST','https://crm.example.com/login','203.0.113.203','Mozilla/5.0 (Macintosh) Safari/605.1.15',NULL,NULL,NULL,'{\"name\": \"Am\\u00e9lie C\\u00f4t\\u00e9\", \"page\": \"1\"}',302,16339,421.116,12582912,1,'success','2025-10-05 05:11:50','2025-10-05 05:11:50'),
('req_1759647840_8de8d749','0e29da9a-9bd8-4aef-9909-8c14ab843d7a','auth.login','/login','POST','https://crm.example.com/login','198.51.100.234','Mozilla/5.0 (Macintosh) Safari/605.1.15',NULL,NULL,NULL,'{\"name\": \"Eko Prasetyo\", \"page\": \"1\"}',401,25280,138.654,8388608,0,'client_error','2025-10-05 07:04:00','2025-10-05 07:04:00'),
('req_1759700789_5d1b71c9','8947f168-cf59-46b0-8492-26f3fa14bd3f','chat.send','/api/v1/chats','POST','https://crm.example.com/api/v1/chats','203.0.113.57','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',7,3,'75a6a73f7a4d6017ffdaa3c374cd0d7078ed614d','{\"name\": \"Ana Gon\\u00e7alves\", \"page\": \"1\"}',200,51244,736.715,8388608,1,'success','2025-10-05 21:46:29','2025-10-05 21:46:29'),
('req_1759705903_87a3da60','703216fc-d72a-4ee6-a816-88fd5bed38cb','chat.index','/api/v1/chats','GET','https://crm.example.com/api/v1/chats','203.0.113.190','Mozilla/5.0 (Linux; Android 14) Chrome/129.0',5,2,'a0bee61fb6f5d773ca357658ea1faf7cf1004765',NULL,201,55258,192.890,6291456,1,'success','2025-10-05 23:11:43','2025-10-05 23:11:43');
/*!40000 ALTER TABLE `audit_logs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `campaign_logs`
--

DROP TABLE IF EXISTS `campaign_logs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `campaign_logs` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `campaign_id` int(11) NOT NULL,
  `contact_id` int(11) NOT NULL,
  `chat_id` int(11) DEFAULT NULL,
  `metadata` text DEFAULT NULL,
  `status` enum('pending','success','failed','ongoing') NOT NULL DEFAULT 'pending',
  `retry_count` int(11) NOT NULL DEFAULT 0,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `campaign_logs_campaign_id_index` (`campaign_id`),
  KEY `campaign_logs_contact_id_index` (`contact_id`),
  KEY `campaign_logs_status_index` (`status`),
  KEY `idx_campaign_timeline` (`campaign_id`,`created_at`,`status`)
) ENGINE=InnoDB AUTO_INCREMENT=93 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `campaign_logs`
--

LOCK TABLES `campaign_logs` WRITE;
/*!40000 ALTER TABLE `campaign_logs` DISABLE KEYS */;
INSERT INTO `campaign_logs` VALUES
(1,1,1,66,'{\"sent_at\": \"2025-09-10T03:00:00Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Siti\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:00'),
(2,1,2,67,'{\"sent_at\": \"2025-09-10T03:00:01Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Andi\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:01'),
(3,1,3,68,'{\"sent_at\": \"2025-09-10T03:00:02Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Putri\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:02'),
(4,1,4,NULL,'{\"error_code\": 131026, \"error_message\": \"Receiver is incapable of receiving this message\"}','failed',3,'2025-09-09 01:00:00','2025-09-10 03:00:03'),
(5,1,5,69,'{\"sent_at\": \"2025-09-10T03:00:04Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Maya\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:04'),
(6,1,6,70,'{\"sent_at\": \"2025-09-10T03:00:05Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Bayu\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:05'),
(7,1,7,71,'{\"sent_at\": \"2025-09-10T03:00:06Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Rina\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:06'),
(8,1,8,NULL,'{\"error_code\": 131026, \"error_message\": \"Receiver is incapable of receiving this message\"}','failed',3,'2025-09-09 01:00:00','2025-09-10 03:00:07'),
(9,1,9,72,'{\"sent_at\": \"2025-09-10T03:00:08Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Wati\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:08'),
(10,1,10,73,'{\"sent_at\": \"2025-09-10T03:00:09Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Dimas\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:09'),
(11,1,11,74,'{\"sent_at\": \"2025-09-10T03:00:10Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Ayu\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:10'),
(12,1,13,75,'{\"sent_at\": \"2025-09-10T03:00:11Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Fitri\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:11'),
(13,1,14,76,'{\"sent_at\": \"2025-09-10T03:00:12Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Yusuf\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:12'),
(14,1,15,77,'{\"sent_at\": \"2025-09-10T03:00:13Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Nadia\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:13'),
(15,1,16,NULL,'{\"error_code\": 131026, \"error_message\": \"Receiver is incapable of receiving this message\"}','failed',3,'2025-09-09 01:00:00','2025-09-10 03:00:14'),
(16,1,17,78,'{\"sent_at\": \"2025-09-10T03:00:15Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Intan\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:15'),
(17,1,18,79,'{\"sent_at\": \"2025-09-10T03:00:16Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Arif\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:16'),
(18,1,19,80,'{\"sent_at\": \"2025-09-10T03:00:17Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Sri\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:17'),
(19,1,20,81,'{\"sent_at\": \"2025-09-10T03:00:18Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Galih\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:18'),
(20,1,21,82,'{\"sent_at\": \"2025-09-10T03:00:19Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Citra\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:19'),
(21,1,22,NULL,'{\"error_code\": 131026, \"error_message\": \"Receiver is incapable of receiving this message\"}','failed',3,'2025-09-09 01:00:00','2025-09-10 03:00:20'),
(22,1,23,83,'{\"sent_at\": \"2025-09-10T03:00:21Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Lina\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:21'),
(23,1,24,84,'{\"sent_at\": \"2025-09-10T03:00:22Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Wahyu\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:22'),
(24,1,25,85,'{\"sent_at\": \"2025-09-10T03:00:23Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Ratna\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:23'),
(25,1,26,86,'{\"sent_at\": \"2025-09-10T03:00:24Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Fajar\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:24'),
(26,1,27,NULL,'{\"error_code\": 131026, \"error_message\": \"Receiver is incapable of receiving this message\"}','failed',3,'2025-09-09 01:00:00','2025-09-10 03:00:25'),
(27,1,28,87,'{\"sent_at\": \"2025-09-10T03:00:26Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Iwan\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:26'),
(28,1,29,88,'{\"sent_at\": \"2025-09-10T03:00:27Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Novi\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:27'),
(29,1,30,NULL,'{\"error_code\": 131026, \"error_message\": \"Receiver is incapable of receiving this message\"}','failed',3,'2025-09-09 01:00:00','2025-09-10 03:00:28'),
(30,1,31,89,'{\"sent_at\": \"2025-09-10T03:00:29Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Tuti\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:29'),
(31,1,32,90,'{\"sent_at\": \"2025-09-10T03:00:30Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Dani\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:30'),
(32,1,33,NULL,'{\"error_code\": 131026, \"error_message\": \"Receiver is incapable of receiving this message\"}','failed',3,'2025-09-09 01:00:00','2025-09-10 03:00:31'),
(33,1,34,91,'{\"sent_at\": \"2025-09-10T03:00:32Z\", \"error_code\": null, \"template_used\": \"promo_kopi_v2\", \"variables_sent\": {\"name\": \"Bambang\"}}','success',0,'2025-09-09 01:00:00','2025-09-10 03:00:32'),
(34,3,35,164,'{\"sent_at\": \"2025-09-21T03:00:00Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"José\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:00'),
(35,3,36,165,'{\"sent_at\": \"2025-09-21T03:00:01Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Zoë\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:01'),
(36,3,37,166,'{\"sent_at\": \"2025-09-21T03:00:02Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"佐藤\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:02'),
(37,3,38,167,'{\"sent_at\": \"2025-09-21T03:00:03Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"\\u041e\\u043b\\u044c\\u0433\\u0430\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:03'),
(38,3,39,168,'{\"sent_at\": \"2025-09-21T03:00:04Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Nguyễn\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:04'),
(39,3,40,169,'{\"sent_at\": \"2025-09-21T03:00:05Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Şahin\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:05'),
(40,3,41,170,'{\"sent_at\": \"2025-09-21T03:00:06Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"François\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:06'),
(41,3,42,171,'{\"sent_at\": \"2025-09-21T03:00:07Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Ana\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:07'),
(42,3,43,172,'{\"sent_at\": \"2025-09-21T03:00:08Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"\\u674e\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:08'),
(43,3,44,173,'{\"sent_at\": \"2025-09-21T03:00:09Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"\\u0645\\u062d\\u0645\\u062f\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:09'),
(44,3,45,174,'{\"sent_at\": \"2025-09-21T03:00:10Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Chloé\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:10'),
(45,3,46,175,'{\"sent_at\": \"2025-09-21T03:00:11Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Björn\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:11'),
(46,3,47,176,'{\"sent_at\": \"2025-09-21T03:00:12Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Kwame\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:12'),
(47,3,48,177,'{\"sent_at\": \"2025-09-21T03:00:13Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Priya\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:13'),
(48,3,49,178,'{\"sent_at\": \"2025-09-21T03:00:14Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"김\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:14'),
(49,3,50,179,'{\"sent_at\": \"2025-09-21T03:00:15Z\", \"error_code\": null, \"template_used\": \"new_collection\", \"variables_sent\": {\"name\": \"Łukasz\"}}','success',0,'2025-09-20 01:00:00','2025-09-21 03:00:15'),
(50,4,51,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(51,4,52,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(52,4,53,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(53,4,54,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(54,4,55,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(55,4,56,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(56,4,57,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(57,4,58,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(58,4,59,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(59,4,60,NULL,NULL,'pending',0,'2025-10-01 01:00:00',NULL),
(60,2,1,276,'{\"sent_at\": \"2025-10-05T03:00:00Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Siti\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:00'),
(61,2,2,NULL,'{\"error_code\": 131026, \"error_message\": \"Receiver is incapable of receiving this message\"}','failed',3,'2025-10-04 01:00:00','2025-10-05 03:00:01'),
(62,2,3,277,'{\"sent_at\": \"2025-10-05T03:00:02Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Putri\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:02'),
(63,2,4,278,'{\"sent_at\": \"2025-10-05T03:00:03Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Joko\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:03'),
(64,2,5,279,'{\"sent_at\": \"2025-10-05T03:00:04Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Maya\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:04'),
(65,2,6,280,'{\"sent_at\": \"2025-10-05T03:00:05Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Bayu\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:05'),
(66,2,7,281,'{\"sent_at\": \"2025-10-05T03:00:06Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Rina\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:06'),
(67,2,8,282,'{\"sent_at\": \"2025-10-05T03:00:07Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Eko\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:07'),
(68,2,9,283,'{\"sent_at\": \"2025-10-05T03:00:08Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Wati\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:08'),
(69,2,10,284,'{\"sent_at\": \"2025-10-05T03:00:09Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Dimas\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:09'),
(70,2,11,285,'{\"sent_at\": \"2025-10-05T03:00:10Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Ayu\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:10'),
(71,2,13,286,'{\"sent_at\": \"2025-10-05T03:00:11Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Fitri\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:11'),
(72,2,14,287,'{\"sent_at\": \"2025-10-05T03:00:12Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Yusuf\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:12'),
(73,2,15,288,'{\"sent_at\": \"2025-10-05T03:00:13Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Nadia\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:13'),
(74,2,16,289,'{\"sent_at\": \"2025-10-05T03:00:14Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Teguh\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:14'),
(75,2,17,290,'{\"sent_at\": \"2025-10-05T03:00:15Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Intan\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:15'),
(76,2,18,291,'{\"sent_at\": \"2025-10-05T03:00:16Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Arif\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:16'),
(77,2,19,292,'{\"sent_at\": \"2025-10-05T03:00:17Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Sri\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:17'),
(78,2,20,293,'{\"sent_at\": \"2025-10-05T03:00:18Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Galih\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:18'),
(79,2,21,294,'{\"sent_at\": \"2025-10-05T03:00:19Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Citra\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:19'),
(80,2,22,295,'{\"sent_at\": \"2025-10-05T03:00:20Z\", \"error_code\": null, \"template_used\": \"cart_reminder\", \"variables_sent\": {\"name\": \"Reza\"}}','success',0,'2025-10-04 01:00:00','2025-10-05 03:00:20'),
(81,2,23,NULL,NULL,'ongoing',0,'2025-10-04 01:00:00',NULL),
(82,2,24,NULL,NULL,'ongoing',0,'2025-10-04 01:00:00',NULL),
(83,2,25,NULL,NULL,'ongoing',0,'2025-10-04 01:00:00',NULL),
(84,2,26,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL),
(85,2,27,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL),
(86,2,28,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL),
(87,2,29,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL),
(88,2,30,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL),
(89,2,31,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL),
(90,2,32,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL),
(91,2,33,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL),
(92,2,34,NULL,NULL,'pending',0,'2025-10-04 01:00:00',NULL);
/*!40000 ALTER TABLE `campaign_logs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `campaigns`
--

DROP TABLE IF EXISTS `campaigns`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `campaigns` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `uuid` char(50) NOT NULL,
  `workspace_id` bigint(20) unsigned NOT NULL,
  `name` varchar(128) NOT NULL,
  `template_id` int(11) NOT NULL,
  `contact_group_id` int(11) NOT NULL,
  `metadata` text NOT NULL,
  `status` varchar(128) NOT NULL DEFAULT 'pending',
  `scheduled_at` datetime DEFAULT NULL,
  `created_by` int(11) NOT NULL,
  `deleted_by` int(11) DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `campaigns_uuid_unique` (`uuid`),
  KEY `campaigns_workspace_id_index` (`workspace_id`),
  KEY `campaigns_status_index` (`status`),
  KEY `campaigns_scheduled_at_index` (`scheduled_at`),
  CONSTRAINT `campaigns_workspace_id_foreign` FOREIGN KEY (`workspace_id`) REFERENCES `workspaces` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `campaigns`
--

LOCK TABLES `campaigns` WRITE;
/*!40000 ALTER TABLE `campaigns` DISABLE KEYS */;
INSERT INTO `campaigns` VALUES
(1,'48386d32-5b99-4785-9361-719b23e0f8b9',1,'Promo Kopi September',1,0,'{\"template_variables\": {\"name\": \"{{1}}\"}, \"variable_mappings\": {\"{{1}}\": \"contact.first_name\"}, \"send_rate\": \"100_per_minute\"}','completed','2025-09-10 03:00:00',2,NULL,'2025-09-09 01:00:00',NULL),
(2,'cd984463-0fe5-4245-ab69-00aa6f8049c2',1,'Pengingat Keranjang',2,0,'{\"template_variables\": {\"name\": \"{{1}}\"}, \"variable_mappings\": {\"{{1}}\": \"contact.first_name\"}, \"send_rate\": \"100_per_minute\"}','processing','2025-10-05 03:00:00',2,NULL,'2025-10-04 01:00:00',NULL),
(3,'34cae49d-4993-48a0-9d66-5eb5c3248adc',2,'Koleksi Batik Baru',3,0,'{\"template_variables\": {\"name\": \"{{1}}\"}, \"variable_mappings\": {\"{{1}}\": \"contact.first_name\"}, \"send_rate\": \"100_per_minute\"}','completed','2025-09-21 03:00:00',4,NULL,'2025-09-20 01:00:00',NULL),
(4,'75c38b76-f137-4617-a431-06565606dc84',3,'Autumn Sale',4,0,'{\"template_variables\": {\"name\": \"{{1}}\"}, \"variable_mappings\": {\"{{1}}\": \"contact.first_name\"}, \"send_rate\": \"100_per_minute\"}','pending',NULL,6,NULL,'2025-10-01 01:00:00',NULL);
/*!40000 ALTER TABLE `campaigns` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `chats`
--

DROP TABLE IF EXISTS `chats`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `chats` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `uuid` char(50) NOT NULL,
  `workspace_id` bigint(20) unsigned NOT NULL,
  `wam_id` varchar(128) DEFAULT NULL,
  `contact_id` int(11) NOT NULL,
  `user_id` bigint(20) unsigned DEFAULT NULL,
  `type` enum('inbound','outbound') DEFAULT NULL,
  `metadata` text NOT NULL,
  `media_id` int(11) DEFAULT NULL,
  `status` varchar(255) DEFAULT NULL,
  `is_read` tinyint(1) NOT NULL DEFAULT 0,
  `deleted_by` int(11) DEFAULT NULL,
  `deleted_at` datetime DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  PRIMARY KEY (`id`),
  UNIQUE KEY `chats_uuid_unique` (`uuid`),
  KEY `chats_workspace_id_index` (`workspace_id`),
  KEY `chats_contact_id_index` (`contact_id`),
  KEY `chats_created_at_index` (`created_at`),
  KEY `idx_chat_timeline_performance` (`created_at`,`type`),
  KEY `idx_chat_participants_opt` (`contact_id`,`status`),
  KEY `idx_chat_media_timeline` (`media_id`,`created_at`),
  CONSTRAINT `chats_workspace_id_foreign` FOREIGN KEY (`workspace_id`) REFERENCES `workspaces` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=301 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `chats`
--

LOCK TABLES `chats` WRITE;
/*!40000 ALTER TABLE `chats` DISABLE KEYS */;
INSERT INTO `chats` VALUES
(1,'3abe5eb1-55b7-4184-9131-a760c864d371',1,'wamid.C5B7C7A9C2157B3EBFFCAB4DF5B887D8',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya \\ud83d\\ude4f\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-01T13:44:49Z\"}',NULL,'read',1,NULL,NULL,'2025-09-01 13:44:49'),
(2,'39803a22-4d91-4c60-a277-c76cc335f68f',1,'wamid.FE4D35E03AA1270FE90DFF47130C7ED9',31,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Tuti 🙏\"}, \"context\": {\"from\": \"6281274683246\"}, \"buttons\": [], \"timestamp\": \"2025-09-01T15:20:11Z\"}',NULL,'read',1,NULL,NULL,'2025-09-01 15:20:11'),
(3,'28f91f19-be1f-4bc3-965e-be92bee85a06',1,'wamid.74CC0D60CBF324E471C309E3581057F3',7,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281284532211\"}, \"buttons\": [], \"timestamp\": \"2025-09-01T16:33:34Z\"}',NULL,'read',1,NULL,NULL,'2025-09-01 16:33:34'),
(4,'5c4e403e-9d2c-4a17-93bc-02883406747b',1,'wamid.84D0B8AFCF22BBD290A6F97BF2F1AC96',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-01T21:38:47Z\"}',NULL,'read',1,NULL,NULL,'2025-09-01 21:38:47'),
(5,'9f140ef9-271e-464e-907f-8d2d8fb66a00',2,'wamid.7E80725AE7E54CB826932458E1E1DD3C',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-01T22:25:30Z\"}',NULL,'read',1,NULL,NULL,'2025-09-01 22:25:30'),
(6,'28d1fcb0-4c1f-4754-b7ce-4bf70c3a97c9',1,'wamid.BB65B88B41D8A5B7C5FCE664C412E6A2',34,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Daftar harga:\\n1. Kopi Gayo 250 g \\u2014 Rp35.000\\n2. Kopi Gayo 500 g \\u2014 Rp70.000\\n3. Kopi Gayo 750 g \\u2014 Rp105.000\\n4. Kopi Gayo 1000 g \\u2014 Rp140.000\\n5. Kopi Gayo 1250 g \\u2014 Rp175.000\\n6. Kopi Gayo 1500 g \\u2014 Rp210.000\\n7. Kopi Gayo 1750 g \\u2014 Rp245.000\\n8. Kopi Gayo 2000 g \\u2014 Rp280.000\\n9. Kopi Gayo 2250 g \\u2014 Rp315.000\\n10. Kopi Gayo 2500 g \\u2014 Rp350.000\\n11. Kopi Gayo 2750 g \\u2014 Rp385.000\\n12. Kopi Gayo 3000 g \\u2014 Rp420.000\\n13. Kopi Gayo 3250 g \\u2014 Rp455.000\\n14. Kopi Gayo 3500 g \\u2014 Rp490.000\\n15. Kopi Gayo 3750 g \\u2014 Rp525.000\\n16. Kopi Gayo 4000 g \\u2014 Rp560.000\\n17. Kopi Gayo 4250 g \\u2014 Rp595.000\\n18. Kopi Gayo 4500 g \\u2014 Rp630.000\\n19. Kopi Gayo 4750 g \\u2014 Rp665.000\\n20. Kopi Gayo 5000 g \\u2014 Rp700.000\\n21. Kopi Gayo 5250 g \\u2014 Rp735.000\\n22. Kopi Gayo 5500 g \\u2014 Rp770.000\\n23. Kopi Gayo 5750 g \\u2014 Rp805.000\\n24. Kopi Gayo 6000 g \\u2014 Rp840.000\\n25. Kopi Gayo 6250 g \\u2014 Rp875.000\\n26. Kopi Gayo 6500 g \\u2014 Rp910.000\\n27. Kopi Gayo 6750 g \\u2014 Rp945.000\\n28. Kopi Gayo 7000 g \\u2014 Rp980.000\\n29. Kopi Gayo 7250 g \\u2014 Rp1015.000\\n30. Kopi Gayo 7500 g \\u2014 Rp1050.000\\n31. Kopi Gayo 7750 g \\u2014 Rp1085.000\\n32. Kopi Gayo 8000 g \\u2014 Rp1120.000\\n33. Kopi Gayo 8250 g \\u2014 Rp1155.000\\n34. Kopi Gayo 8500 g \\u2014 Rp1190.000\\n35. Kopi Gayo 8750 g \\u2014 Rp1225.000\\n36. Kopi Gayo 9000 g \\u2014 Rp1260.000\\n37. Kopi Gayo 9250 g \\u2014 Rp1295.000\\n38. Kopi Gayo 9500 g \\u2014 Rp1330.000\\n39. Kopi Gayo 9750 g \\u2014 Rp1365.000\\n40. Kopi Gayo 10000 g \\u2014 Rp1400.000\\n41. Kopi Gayo 10250 g \\u2014 Rp1435.000\\n42. Kopi Gayo 10500 g \\u2014 Rp1470.000\\n43. Kopi Gayo 10750 g \\u2014 Rp1505.000\\n44. Kopi Gayo 11000 g \\u2014 Rp1540.000\\n45. Kopi Gayo 11250 g \\u2014 Rp1575.000\\n46. Kopi Gayo 11500 g \\u2014 Rp1610.000\\n47. Kopi Gayo 11750 g \\u2014 Rp1645.000\\n48. Kopi Gayo 12000 g \\u2014 Rp1680.000\\n49. Kopi Gayo 12250 g \\u2014 Rp1715.000\\n50. Kopi Gayo 12500 g \\u2014 Rp1750.000\\n51. Kopi Gayo 12750 g \\u2014 Rp1785.000\\n52. Kopi Gayo 13000 g \\u2014 Rp1820.000\\n53. Kopi Gayo 13250 g \\u2014 Rp1855.000\\n54. Kopi Gayo 13500 g \\u2014 Rp1890.000\\n55. Kopi Gayo 13750 g \\u2014 Rp1925.000\\n56. Kopi Gayo 14000 g \\u2014 Rp1960.000\\n57. Kopi Gayo 14250 g \\u2014 Rp1995.000\\n58. Kopi Gayo 14500 g \\u2014 Rp2030.000\\n59. Kopi Gayo 14750 g \\u2014 Rp2065.000\\n60. Kopi Gayo 15000 g \\u2014 Rp2100.000\\n\"}}',NULL,'read',1,NULL,NULL,'2025-09-02 00:23:51'),
(7,'fa3feab9-ff47-4eab-ba9b-16e56eba1e04',1,'wamid.91F5779DD359187B18BBE01A43F378E5',16,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa minta invoice-nya?\"}, \"context\": {\"from\": \"6281233220647\"}, \"buttons\": [], \"timestamp\": \"2025-09-02T02:14:06Z\"}',NULL,'read',1,NULL,NULL,'2025-09-02 02:14:06'),
(8,'b4d9ff5b-bc66-4e79-a081-bddb59c64bdd',2,'wamid.50E4C1BEF7A12406C74F2C53628BDFBC',44,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281241781809\"}, \"buttons\": [], \"timestamp\": \"2025-09-02T08:42:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-02 08:42:00'),
(9,'1607c983-e4e9-41f3-801c-f50f4c2f1c84',1,'wamid.6B22F4727FC9088354C05CAA2C54DCDE',25,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281212729981\"}, \"buttons\": [], \"timestamp\": \"2025-09-02T09:47:20Z\"}',NULL,'read',1,NULL,NULL,'2025-09-02 09:47:20'),
(10,'40cfd2ab-30f0-4d3d-b029-529a87b73753',2,'wamid.F71DC6AA5245E8C7782E3B7A0F7C6AD3',36,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak Zoë, masih ada 😊\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-02T19:12:11Z\"}',NULL,'read',1,NULL,NULL,'2025-09-02 19:12:11'),
(11,'e3e64f5c-acc0-45c5-a5c1-7fc4bbeeec95',2,'wamid.93FD096278DECC40E4E3C4F2BE2C7D0C',36,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Saya mau order 2 lagi\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-02T20:01:45Z\"}',NULL,'read',1,NULL,NULL,'2025-09-02 20:01:45'),
(12,'4b314cbb-1591-43af-af0c-644785ca7bdc',2,'wamid.838B3ADE9F68E95F9E887BE84643EFEA',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya 🙏\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-02T20:09:51Z\"}',NULL,'read',1,NULL,NULL,'2025-09-02 20:09:51'),
(13,'32ba0a2c-4c18-4be1-8374-2bce2a6c6bbe',1,'wamid.EEE6731F0BF4A0652E947C7AD5A62683',10,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak Dimas, masih ada 😊\"}, \"context\": {\"from\": \"6281240254937\"}, \"buttons\": [], \"timestamp\": \"2025-09-02T23:38:04Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-02 23:38:04'),
(14,'fa1e4d90-cb06-46e5-96be-1e4eefacc266',2,'wamid.4D0CFAF7D8AA68B7B00CB6241B10979F',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan saya sudah dikirim belum?\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-03T03:14:27Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-03 03:14:27'),
(15,'a58d9293-5a21-4960-be75-d1f7587179f9',1,'wamid.39EAEEF1D8281E0871F8F44962CA8DEB',2,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp97861.000 kak\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-03T09:54:21Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-03 09:54:21'),
(16,'f1df7659-d305-4ce7-8ace-108c41b7328a',1,'wamid.F61E5DBAA8AE29E1EC8A15C0D9164798',25,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281212729981\"}, \"buttons\": [], \"timestamp\": \"2025-09-03T14:22:02Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-03 14:22:02'),
(17,'71e259c3-bd47-4b92-8a63-8cd93b4952f0',2,'wamid.DEC4E6AE20600890B244EFB492CCE1C3',40,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak \\u015eahin, masih ada \\ud83d\\ude0a\"}, \"context\": {\"from\": \"6281264619198\"}, \"buttons\": [], \"timestamp\": \"2025-09-04T01:29:36Z\"}',NULL,'read',1,NULL,NULL,'2025-09-04 01:29:36'),
(18,'d46412a0-03ce-43df-9364-62cf86191c62',1,'wamid.8B282CC451777331256EE35EB9B286C6',6,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-96587\"}, \"context\": {\"from\": \"6281229747720\"}, \"buttons\": [], \"timestamp\": \"2025-09-04T05:44:39Z\"}',NULL,'read',1,NULL,NULL,'2025-09-04 05:44:39'),
(19,'0a66aa5f-7e60-4c5d-bdb1-34780ae1bd90',3,'wamid.45B36B7B8AD6290299D216BD0B407B9C',52,7,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Your parcel left us today, tracking NO28595\"}, \"context\": {\"from\": \"6281214109387\"}, \"buttons\": [], \"timestamp\": \"2025-09-04T10:09:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-04 10:09:00'),
(20,'ba8439f8-0de9-44a5-9b10-c4cec978a1a9',1,'wamid.F885DC5829694C9B0B537A7AA364108D',1,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Jakarta Rp18.000\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-04T10:42:04Z\"}',NULL,'read',1,NULL,NULL,'2025-09-04 10:42:04'),
(21,'a6c59508-4932-41e7-9499-7a19d6461b16',1,'wamid.1914C4C154844B57B984FF3822446841',7,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281284532211\"}, \"buttons\": [], \"timestamp\": \"2025-09-04T16:45:47Z\"}',NULL,'read',1,NULL,NULL,'2025-09-04 16:45:47'),
(22,'eadc3a4f-1c35-4d9d-90da-4047d3cffcf2',1,'wamid.81D723EB4034624AEE0B0901AC7559F0',4,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Joko 🙏\"}, \"context\": {\"from\": \"6281233273328\"}, \"buttons\": [], \"timestamp\": \"2025-09-05T05:20:26Z\"}',NULL,'read',1,NULL,NULL,'2025-09-05 05:20:26'),
(23,'f2f81e02-9651-408c-a304-7c54185a9771',1,'wamid.4DF521C4E23CF886B470BF45ED2DC08E',8,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281292619020\"}, \"buttons\": [], \"timestamp\": \"2025-09-05T06:21:44Z\"}',NULL,'read',1,NULL,NULL,'2025-09-05 06:21:44'),
(24,'2f7fa5c3-b67c-4170-b1b2-ded20d03d73c',2,'wamid.98DDFFC7DE3EE831E00CDFCE4E31A0C5',47,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281224045096\"}, \"buttons\": [], \"timestamp\": \"2025-09-05T11:41:51Z\"}',NULL,'read',1,NULL,NULL,'2025-09-05 11:41:51'),
(25,'a79c89f0-e3d8-4041-800e-a2e95a6b9c1e',1,'wamid.A0C48AB49C76AF11239880D7AF31DB4A',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-05T12:43:34Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-05 12:43:34'),
(26,'69b14ab1-3dbe-4c24-a39d-cb674d0680b5',1,'wamid.40E140FF6DA878B0A64FB0E3B62BD3BB',8,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281292619020\"}, \"buttons\": [], \"timestamp\": \"2025-09-05T16:29:31Z\"}',NULL,'read',1,NULL,NULL,'2025-09-05 16:29:31'),
(27,'04ee4eeb-7eea-4ec4-ab7f-08dc639a964f',1,'wamid.238B16FC20DE38C7BEF0255F22067DA8',1,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan kak Siti sedang dikemas\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-05T17:16:10Z\"}',NULL,'read',1,NULL,NULL,'2025-09-05 17:16:10'),
(28,'4208ee58-5541-41b0-81cc-994cbafc29d6',1,'wamid.1A1A6B95A69DE846621FE07784750FC5',1,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Denpasar Rp18.000\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-05T18:24:28Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-05 18:24:28'),
(29,'fb72b11a-4f82-4fcb-b103-81ea99c9f2f7',2,'wamid.3FD3B2A93D60B76AC8D72F4D8E841E02',39,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281281867168\"}, \"buttons\": [], \"timestamp\": \"2025-09-05T21:46:52Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-05 21:46:52'),
(30,'9165822e-3b82-4882-bbb7-29339d8586cb',1,'wamid.457BADFB44C38B9E1BF10A970460B70E',17,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281291503855\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T01:57:16Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-06 01:57:16'),
(31,'89917384-69ec-4ff8-b233-1e27b408d1e4',1,'wamid.3703788B81BD10E666A514DDC25F2B01',19,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-45303\"}, \"context\": {\"from\": \"6281223956522\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T08:04:21Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-06 08:04:21'),
(32,'7d1631f4-7126-40c4-ae6e-3a182bdb3096',1,'wamid.DEEF35764A2A9B7032A0DDB16FE92F22',28,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-39602\"}, \"context\": {\"from\": \"6281214149632\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T16:17:35Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-06 16:17:35'),
(33,'d1dd926f-87ed-49c0-a33e-9b947c2dcf1e',1,'wamid.B94E61C3D38135DC109C8EB9D22F5F9E',1,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Siti 🙏\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T16:19:53Z\"}',NULL,'read',1,NULL,NULL,'2025-09-06 16:19:53'),
(34,'761da6e6-9323-4192-a03f-ff681aa589b1',1,'wamid.72EDF052BE3E3382F26D8B391A630777',3,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281281264665\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T17:50:25Z\"}',NULL,'read',1,NULL,NULL,'2025-09-06 17:50:25'),
(35,'97f22e61-bb20-4b38-b2f6-17ad428eb685',3,'wamid.E0A828ECA9C941568C0CD3EF75755AE2',57,7,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"That makes 71267 kr in all\"}, \"context\": {\"from\": \"6281258882360\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T20:02:21Z\"}',NULL,'read',1,NULL,NULL,'2025-09-06 20:02:21'),
(36,'b6d9079c-2857-4413-8bc1-e16b2071a483',1,'wamid.5A7C6D358C8838E36DC329B068E72C2C',2,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Jakarta Rp18.000\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T20:20:21Z\"}',NULL,'read',1,NULL,NULL,'2025-09-06 20:20:21'),
(37,'33e386f6-58cf-43ba-af83-ea0864792334',2,'wamid.61958F205C6C6D8CAB054795665C5E3D',39,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Denpasar Rp18.000\"}, \"context\": {\"from\": \"6281281867168\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T21:19:03Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-06 21:19:03'),
(38,'ddc262a1-5334-406b-be20-28f39b305433',1,'wamid.DD22F2B09EEA68ECEDD2931479116C29',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-06T21:22:17Z\"}',NULL,'read',1,NULL,NULL,'2025-09-06 21:22:17'),
(39,'5054a858-5721-4c42-9d07-253cac18dac2',1,'wamid.B0C71339CE106E0045166D446E4755D0',17,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281291503855\"}, \"buttons\": [], \"timestamp\": \"2025-09-07T00:17:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-07 00:17:00'),
(40,'392ddac2-77c3-4b38-a7ae-1bb1a2719486',2,'wamid.D77137DFECCE89B9312CB6269C852195',39,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281281867168\"}, \"buttons\": [], \"timestamp\": \"2025-09-07T00:41:48Z\"}',NULL,'read',1,4,'2025-09-07 00:41:48','2025-09-07 00:41:48'),
(41,'be28d098-7557-4dfd-9cd4-95610b362bc1',2,'wamid.24A1846EA299914AD77C5737A24CCCEB',36,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa minta invoice-nya?\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-07T13:32:29Z\"}',NULL,'read',1,NULL,NULL,'2025-09-07 13:32:29'),
(42,'ded983fc-5f36-4027-a231-2d70fb9998cf',1,'wamid.C3E22C5DD695B991AF2E75BFD703D25F',4,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Medan Rp18.000\"}, \"context\": {\"from\": \"6281233273328\"}, \"buttons\": [], \"timestamp\": \"2025-09-07T15:46:59Z\"}',NULL,'read',1,NULL,NULL,'2025-09-07 15:46:59'),
(43,'40897cb6-3b46-4e26-bfd2-e5ab1daa52f9',2,'wamid.2315D4EC7DD770479208F70A12CAEFB4',35,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp98435.000 kak\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-07T21:08:42Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-07 21:08:42'),
(44,'b5a963f5-6bb1-46f0-aa31-37ee275a54f2',2,'wamid.CA76BF045FB08F3EB3102ACC7779C432',36,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-07T23:28:25Z\"}',NULL,'read',1,NULL,NULL,'2025-09-07 23:28:25'),
(45,'7c2fe26d-30e6-4634-b2c8-5d1073770ca4',2,'wamid.CA06D2509C459E431BAAAABE9D234E75',42,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa minta invoice-nya?\"}, \"context\": {\"from\": \"6281215131731\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T00:39:56Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-08 00:39:56'),
(46,'489b93c6-bc51-4458-9dba-053c7682651f',1,'wamid.7081D4136FB606BEFBD818C9D76E037C',19,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281223956522\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T01:07:07Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-08 01:07:07'),
(47,'ea42d93a-e23b-4c98-80d0-2ac709d8c811',1,'wamid.870BBD0655BE875ADFF0DE98C1CF68D5',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T07:38:28Z\"}',NULL,'read',1,NULL,NULL,'2025-09-08 07:38:28'),
(48,'7585d9e8-4864-4ac7-bb6f-dbfbcb840259',3,'wamid.9ACF2B36EA28364661AD021C8968FA08',52,7,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sure, the return label is attached\"}, \"context\": {\"from\": \"6281214109387\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T09:18:55Z\"}',NULL,'read',1,NULL,NULL,'2025-09-08 09:18:55'),
(49,'16ccbc98-01a4-441d-8c35-483ec16fdd1c',3,'wamid.CB7C196CBA47B55D82DC034A1FE4CDAB',52,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Your parcel left us today, tracking NO73546\"}, \"context\": {\"from\": \"6281214109387\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T10:01:06Z\"}',NULL,'read',1,NULL,NULL,'2025-09-08 10:01:06'),
(50,'c8bbaf10-2db0-4513-88a5-3d0179a565da',2,'wamid.4E1A393C014F64EA0EF929925B0CA529',44,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281241781809\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T10:47:19Z\"}',NULL,'read',1,NULL,NULL,'2025-09-08 10:47:19'),
(51,'ffbdae03-a462-4149-ae89-5b4ab9d6d262',1,'wamid.5AA53D71C7FA33829E2E9F996F289F38',11,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Saya mau order 2 lagi\"}, \"context\": {\"from\": \"6281264968108\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T14:40:11Z\"}',NULL,'read',1,NULL,NULL,'2025-09-08 14:40:11'),
(52,'54faf00b-8469-4bb6-b94f-05c23db02893',1,'wamid.7B5F219ADBB8996D86142A00279FE600',29,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak Novi, masih ada 😊\"}, \"context\": {\"from\": \"6281243160593\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T15:43:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-08 15:43:00'),
(53,'4444805e-e98e-40eb-b2d6-8970a5c633f3',1,'wamid.F4826AB33E263C4C4E9E97ED1C6DBA5D',3,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp90480.000 kak\"}, \"context\": {\"from\": \"6281281264665\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T16:05:53Z\"}',NULL,'read',1,NULL,NULL,'2025-09-08 16:05:53'),
(54,'a105e397-3849-418a-b30d-111eafc5ebaf',1,'wamid.91FE69F43F2EDECE893CF11DC9AA1A87',34,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281211974560\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T17:18:08Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-08 17:18:08'),
(55,'ab0625be-3d6b-4ac0-b66f-5964b9d11166',1,'wamid.319BDE13E849B64E68DF8DCB749EC713',22,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281266300395\"}, \"buttons\": [], \"timestamp\": \"2025-09-08T23:52:12Z\"}',NULL,'read',1,NULL,NULL,'2025-09-08 23:52:12'),
(56,'6a990723-216e-42d1-974a-96768796da9a',1,'wamid.878D9E13CF53BFFEAC6FF6C38BDB812C',6,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Semarang Rp18.000\"}, \"context\": {\"from\": \"6281229747720\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T02:19:58Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-09 02:19:58'),
(57,'0f9b36a2-fc5a-4eff-9a21-077009144315',1,'wamid.5D34F4DA7AB6541A302A5802B5DB3CC9',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya \\ud83d\\ude4f\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T06:31:01Z\"}',NULL,'read',1,NULL,NULL,'2025-09-09 06:31:01'),
(58,'84082fa0-d862-4ba9-abe4-dbd14df7dcd0',1,'wamid.D261ABE22358D4497D30FC5A52E99815',30,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp35789.000 kak\"}, \"context\": {\"from\": \"6281228390014\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T08:55:42Z\"}',NULL,'read',1,NULL,NULL,'2025-09-09 08:55:42'),
(59,'8dbc7835-aff6-4663-8e43-6f5a41c2c6b7',1,'wamid.0B3F222621F405F9B1092C8730C617BD',8,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Jakarta Rp18.000\"}, \"context\": {\"from\": \"6281292619020\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T09:25:00Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-09 09:25:00'),
(60,'e9b2a384-7f01-4696-823a-ddf08d67f9de',2,'wamid.354D2B8F77607F3A799A28FF4D2F91D0',44,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281241781809\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T10:02:03Z\"}',NULL,'read',1,NULL,NULL,'2025-09-09 10:02:03'),
(61,'7218ed17-67a5-4933-9a8f-65469eabee89',2,'wamid.0B78CE0B347637CDF287D3993E29C470',41,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281237545776\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T12:15:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-09 12:15:00'),
(62,'1922ccb0-cbea-4a41-9574-4ee105171865',3,'wamid.ACF6B8A0B94A58F940E11AE94FF8D4C8',54,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"The zip is broken, can I return it?\"}, \"context\": {\"from\": \"6281240485472\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T12:52:12Z\"}',NULL,'read',1,NULL,NULL,'2025-09-09 12:52:12'),
(63,'e23a425e-31a6-41e4-a0f7-659fc7175813',1,'wamid.14E0F45F190AB7300B6A6593548E57F1',28,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281214149632\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T15:13:35Z\"}',NULL,'read',1,NULL,NULL,'2025-09-09 15:13:35'),
(64,'d9523f8e-5d47-4a72-be10-ec131d658dc3',1,'wamid.33654D23F1680C7F90FFCF5DEC220874',33,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya 🙏\"}, \"context\": {\"from\": \"6281229628627\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T17:16:14Z\"}',NULL,'read',1,NULL,NULL,'2025-09-09 17:16:14'),
(65,'1e60a149-2a3a-4afc-8685-ec61d107a1d1',2,'wamid.C053B45094C6E3F01C95819E0FF8E64C',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-09T21:07:07Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-09 21:07:07'),
(66,'62fe49df-19fc-4474-ab66-271d8eea3fd6',1,'wamid.33D67F41C68C55B16E2C4851F6E538AC',1,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Siti, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:00Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 03:00:00'),
(67,'b707fb21-0f46-4523-a17d-0dc8932c0702',1,'wamid.F824B33B7FE85274CF99ED4F031E3C3C',2,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Andi, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:01Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 03:00:01'),
(68,'fd002e6b-7bcf-4ac2-aa51-b22ba4881e86',1,'wamid.D68727F7CCAC9960EE5C0C2DAC123075',3,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Putri, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281281264665\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:02Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:02'),
(69,'88f4b9db-b7c5-4dca-ba11-06321762944e',1,'wamid.EFA6A58C48A7D30924D7C475EF648AB3',5,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Maya, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281218828923\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:04Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 03:00:04'),
(70,'ec8642b5-f432-4df2-9e3c-6fc4aa94c53e',1,'wamid.F2848199A004082E679B528BA14DB886',6,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Bayu, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281229747720\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:05Z\"}',NULL,'read',1,NULL,NULL,'2025-09-10 03:00:05'),
(71,'cd575817-020d-430c-b672-81b387ad23ba',1,'wamid.AB1601DD9186060A6642498957F32E99',7,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Rina, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281284532211\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:06Z\"}',NULL,'read',1,NULL,NULL,'2025-09-10 03:00:06'),
(72,'bf1593fd-08b2-4a34-a4f6-5861be76a77e',1,'wamid.2BAF475090920CD61379EADACD28A5D6',9,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Wati, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281284865992\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:08Z\"}',NULL,'read',1,NULL,NULL,'2025-09-10 03:00:08'),
(73,'56ffc85a-7f02-43f1-bc16-f7098e583962',1,'wamid.7D8242E81E5884457DFEE2F4AF901441',10,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Dimas, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281240254937\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:09Z\"}',NULL,'read',1,NULL,NULL,'2025-09-10 03:00:09'),
(74,'5ffccc97-fe9e-485b-8539-1fe9e1fb1fbf',1,'wamid.57EBF96B87B408EC77C4199C8D01116E',11,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Ayu, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281264968108\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:10Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:10'),
(75,'8ae9ef09-01a2-4093-b288-4ddc2ca16ccf',1,'wamid.47B59CAAD02C34710FCD79928B778BA0',13,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Fitri, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281280884360\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:11Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 03:00:11'),
(76,'a8e4460e-2b71-41a3-8795-9d9f19e18087',1,'wamid.E1A05DF96DD5A93121F9B306205A6569',14,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Yusuf, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281269098645\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:12Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:12'),
(77,'6ec415ee-1e7a-4226-9bab-10ef3e6ceabd',1,'wamid.4007DF7F1D1CECCDE484F5B856AEE94F',15,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Nadia, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281220589746\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:13Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:13'),
(78,'3bcffa3d-43ef-4f6d-b641-20c330d95549',1,'wamid.4F9166082D24E84BC96560FCA6D21015',17,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Intan, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281291503855\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:15Z\"}',NULL,'read',1,NULL,NULL,'2025-09-10 03:00:15'),
(79,'ab6b7741-4a2d-42c8-942e-edc3e13b019d',1,'wamid.409EC7D04BA6DDB54CBADDB04A660164',18,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Arif, diskon 20% untuk Kopi Gayo! \\u2615\"}, \"context\": {\"from\": \"6281273489209\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:16Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:16'),
(80,'d8f32e24-4c61-4464-8576-81de492412cb',1,'wamid.5ECFA32CD4BC502E0F3EDED585218A2C',19,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Sri, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281223956522\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:17Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 03:00:17'),
(81,'799159db-1d81-4971-992a-24bc78cc4067',1,'wamid.AC71F852DB5B6450EEAFB865A562AA00',20,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Galih, diskon 20% untuk Kopi Gayo! \\u2615\"}, \"context\": {\"from\": \"6281251374630\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:18Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:18'),
(82,'5f9a809d-90cb-4ffc-ab81-e5971e2193c7',1,'wamid.063C86EEB5E25381A00EFF21B5A31B4B',21,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Citra, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281265519406\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:19Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:19'),
(83,'905bb40e-af06-432f-90e7-0e09f9719eeb',1,'wamid.37BE7533D147438F28931BFA6EEC1CDD',23,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Lina, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281260694518\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:21Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:21'),
(84,'e7253a88-e35c-4c4f-a085-c070a3c4d6cb',1,'wamid.02860ACA984DA8084745220A176B7005',24,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Wahyu, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281274020538\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:22Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:22'),
(85,'092fc2d6-5d9d-43dd-8ed4-9d3cf1f98486',1,'wamid.FB8C989C6279E45A5247D3FCE785A3F8',25,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Ratna, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281212729981\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:23Z\"}',NULL,'read',1,NULL,NULL,'2025-09-10 03:00:23'),
(86,'c057eae5-ca81-48ee-816b-73b03a0c7f75',1,'wamid.A7385A27C0E99F347F0E9198B229ADA8',26,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Fajar, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281237184299\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:24Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 03:00:24'),
(87,'67fcf257-7eea-4f4b-9394-470b37cdc010',1,'wamid.7D3BE0D1596B1DAB648E9934D81021E1',28,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Iwan, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281214149632\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:26Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 03:00:26'),
(88,'e63e5b10-59c4-4864-860a-a9305aedae38',1,'wamid.B5961432E710A9F371D6049C5E47A7FA',29,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Novi, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281243160593\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:27Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:27'),
(89,'c795ca7a-f89f-495a-b5fb-23cc3f3271c6',1,'wamid.674BC670B26C9C60C3B051E9760A04E1',31,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Tuti, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281274683246\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:29Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:29'),
(90,'9f85bd86-e7aa-4515-8d75-4f335ab7c77b',1,'wamid.8D7665D5867F659A025C34D57EA7281E',32,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Dani, diskon 20% untuk Kopi Gayo! ☕\"}, \"context\": {\"from\": \"6281237453076\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:30Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-10 03:00:30'),
(91,'9b2b5040-95a8-40e1-ac2d-e58c7c2d1e50',1,'wamid.DEF43D3E1BEF12CB895F8A9E388A4414',34,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Bambang, diskon 20% untuk Kopi Gayo! \\u2615\"}, \"context\": {\"from\": \"6281211974560\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:00:32Z\"}',NULL,'read',1,NULL,NULL,'2025-09-10 03:00:32'),
(92,'b78ab0bb-df90-4a29-9c67-adbf711d8589',1,'wamid.AD8D6B6C44C1E2F0E496A632A9B6114C',26,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281237184299\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T03:02:22Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 03:02:22'),
(93,'ff7b93fd-55fe-4174-8b3e-fc64c0e1b656',1,'wamid.5680A0FF1907A771BA9917E55C0B59B9',17,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-60393\"}, \"context\": {\"from\": \"6281291503855\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T04:33:59Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-10 04:33:59'),
(94,'d0b37bd9-76b7-4117-bf98-52cbe6c1e4c4',1,'wamid.225182FC74EE4F10B06E3F9C8C1DBC2C',2,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak Andi, masih ada 😊\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-10T14:31:30Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-10 14:31:30'),
(95,'2b105dad-8708-485c-8757-fcb60d27bbd9',2,'wamid.D12BC4D53187F4F0AE38B8F5D5724C56',46,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-97248\"}, \"context\": {\"from\": \"6281250371832\"}, \"buttons\": [], \"timestamp\": \"2025-09-11T01:29:52Z\"}',NULL,'read',1,NULL,NULL,'2025-09-11 01:29:52'),
(96,'dcf5da78-6d4a-4894-8c1e-a17ef85eae14',1,'wamid.5E36FB3F35C7A19CDEA19ACD9759DC00',1,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-11T04:02:20Z\"}',NULL,'read',1,NULL,NULL,'2025-09-11 04:02:20'),
(97,'11d7b178-1f69-4182-8cd3-d138c38e0319',1,'wamid.54EF08D9B00729BD9928ADF59D26A633',4,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Joko 🙏\"}, \"context\": {\"from\": \"6281233273328\"}, \"buttons\": [], \"timestamp\": \"2025-09-11T10:33:01Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-11 10:33:01'),
(98,'cf0a10c1-af32-4439-863d-03f9dfac78ac',1,'wamid.49C2CA10F108C14EE09618BAEDFDD2F0',32,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281237453076\"}, \"buttons\": [], \"timestamp\": \"2025-09-11T12:05:33Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-11 12:05:33'),
(99,'962e1ebc-dd27-4ef3-940e-d34256bc7996',1,'wamid.A5EE6E826AFED87E022C1AF927EBF3EC',1,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp58429.000 kak\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-11T16:03:10Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-11 16:03:10'),
(100,'f52de4fb-5f64-4544-86ca-4726f93e300d',3,'wamid.6B5D0DF21BBD65267A61283AA06FCDE1',51,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Great, I\'ll take two\"}, \"context\": {\"from\": \"6281259466804\"}, \"buttons\": [], \"timestamp\": \"2025-09-11T17:01:59Z\"}',NULL,'read',1,NULL,NULL,'2025-09-11 17:01:59'),
(101,'057593b6-8426-4da5-9150-9401637584cf',1,'wamid.919718201B1E18509D803DC45733FD28',31,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281274683246\"}, \"buttons\": [], \"timestamp\": \"2025-09-11T19:47:35Z\"}',NULL,'read',1,NULL,NULL,'2025-09-11 19:47:35'),
(102,'0e7ab910-0af1-49b0-8b0f-0f0feb7ffbaf',1,'wamid.4BB579C54DD001C6205528CFAB395A5F',30,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Semarang Rp18.000\"}, \"context\": {\"from\": \"6281228390014\"}, \"buttons\": [], \"timestamp\": \"2025-09-12T03:52:05Z\"}',NULL,'read',1,NULL,NULL,'2025-09-12 03:52:05'),
(103,'8d7906e8-68fe-422b-87bd-20f1b975f200',1,'wamid.A9D524F45EC29D20372E5BC4EC277F10',15,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281220589746\"}, \"buttons\": [], \"timestamp\": \"2025-09-12T06:20:09Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-12 06:20:09'),
(104,'e8c3387d-537e-47c1-b3ad-6d71931c2c40',1,'wamid.A09E4A0A80EAF2001022379859EB65F6',9,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Denpasar Rp18.000\"}, \"context\": {\"from\": \"6281284865992\"}, \"buttons\": [], \"timestamp\": \"2025-09-12T06:35:29Z\"}',NULL,'read',1,NULL,NULL,'2025-09-12 06:35:29'),
(105,'699982d3-3eb8-4355-91f4-011637318663',1,'wamid.1EA054B7C391AD69127B5C904B136C63',17,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281291503855\"}, \"buttons\": [], \"timestamp\": \"2025-09-12T17:39:26Z\"}',NULL,'read',1,NULL,NULL,'2025-09-12 17:39:26'),
(106,'73bfa6e4-7916-4578-89d7-097265c34dc4',1,'wamid.336C3287B3B9419585848FDEDBE94B61',13,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan saya sudah dikirim belum?\"}, \"context\": {\"from\": \"6281280884360\"}, \"buttons\": [], \"timestamp\": \"2025-09-12T19:34:22Z\"}',NULL,'read',1,NULL,NULL,'2025-09-12 19:34:22'),
(107,'1e832e3e-4bb5-4e81-9ed7-8cae2acb6106',2,'wamid.82C556AF5191AD04BD4758FFB33A2478',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-12T20:32:38Z\"}',NULL,'read',1,NULL,NULL,'2025-09-12 20:32:38'),
(108,'07b41fc6-3ca0-49ec-8d91-51c21377066e',1,'wamid.191662D44ACBF7B42C1923DF3299D3B4',33,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Semarang Rp18.000\"}, \"context\": {\"from\": \"6281229628627\"}, \"buttons\": [], \"timestamp\": \"2025-09-12T21:51:03Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-12 21:51:03'),
(109,'f2211a33-b641-471e-87a1-9aa959bf37aa',2,'wamid.AE30A214B0D2D4D28BB8D46525952A02',41,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281237545776\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T03:17:55Z\"}',NULL,'read',1,NULL,NULL,'2025-09-13 03:17:55'),
(110,'b27a66ba-a59a-4594-86d1-fedf2c9e6118',1,'wamid.5F5293F9497AB49C71E5427CD81A7E76',1,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T09:44:28Z\"}',NULL,'read',1,NULL,NULL,'2025-09-13 09:44:28'),
(111,'b0271ef1-27a6-49fd-9484-02cc70d7262d',1,'wamid.EB3A63323ECDC290450DA1902DABEC0E',28,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-21949\"}, \"context\": {\"from\": \"6281214149632\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T11:38:46Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-13 11:38:46'),
(112,'43e9d041-26fe-49df-8b7e-3075d6ee8198',1,'wamid.9FA88BB07FD2FD0ED0B9F3D90D4A4197',16,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281233220647\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T14:24:09Z\"}',NULL,'read',1,NULL,NULL,'2025-09-13 14:24:09'),
(113,'98ff2b92-f2de-4bb3-98f0-b3b76afa92ac',1,'wamid.F54117B5C66E5358F6CD02848AD92BA4',1,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Siti \\ud83d\\ude4f\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T14:46:56Z\"}',NULL,'read',1,NULL,NULL,'2025-09-13 14:46:56'),
(114,'e28f2802-5164-457d-9781-3c171f902125',2,'wamid.DFE72D2732EA85569936F83AB07BA14A',46,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan saya sudah dikirim belum?\"}, \"context\": {\"from\": \"6281250371832\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T15:50:38Z\"}',NULL,'read',1,NULL,NULL,'2025-09-13 15:50:38'),
(115,'07e49e74-32ea-4b0e-b212-4651feb6af56',1,'wamid.7C9B7E05D574B2AAFBFB619F494ECBD1',11,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281264968108\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T17:29:10Z\"}',NULL,'read',1,NULL,NULL,'2025-09-13 17:29:10'),
(116,'69a3fb9f-1983-49ca-a1ec-f969e2bb0798',1,'wamid.B484711F496EA648BC3D95C934C3C57C',3,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281281264665\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T18:21:43Z\"}',NULL,'read',1,NULL,NULL,'2025-09-13 18:21:43'),
(117,'0a65aa0b-c332-45cc-b123-cfc74c1eb19a',2,'wamid.FB764714A0B28F31F5ABE2E0197230EA',47,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Saya mau order 2 lagi\"}, \"context\": {\"from\": \"6281224045096\"}, \"buttons\": [], \"timestamp\": \"2025-09-13T20:46:07Z\"}',NULL,'read',1,NULL,NULL,'2025-09-13 20:46:07'),
(118,'833f13b2-cbd3-4a33-927a-5c77874891db',1,'wamid.A268E8D46FE969211DB080FD2A26B130',27,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Medan Rp18.000\"}, \"context\": {\"from\": \"6281210720074\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T00:38:30Z\"}',NULL,'read',1,NULL,NULL,'2025-09-14 00:38:30'),
(119,'eeebcb14-3ac0-4c94-a613-2421d6ba2c24',1,'wamid.1C313EBBD6CC6DF6E1802455881D514C',1,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-13108\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T03:46:29Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-14 03:46:29'),
(120,'f5f4baed-008b-48af-ad9f-cb7a3fe73ab8',1,'wamid.80E460F6FFF481D8993CE442182A8F9D',2,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T06:09:32Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-14 06:09:32'),
(121,'bf6bef8e-63de-4c5d-b9d2-87f85712e9e8',1,'wamid.8F850713E4F50FEC98BF5E9271C72BDE',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T08:17:48Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-14 08:17:48'),
(122,'9a5fdee9-c376-4f20-8162-bf28b717b86e',2,'wamid.0B006162C7C031E4B2FA423432CB6D04',38,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281240721631\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T09:25:18Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-14 09:25:18'),
(123,'fd831b63-6640-4da1-8cb7-30d6a1699b82',3,'wamid.097CB8FF1D0E32BC316093DCFE89C970',51,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Where\'s my order?\"}, \"context\": {\"from\": \"6281259466804\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T11:36:31Z\"}',NULL,'read',1,NULL,NULL,'2025-09-14 11:36:31'),
(124,'d79b35dd-d4d9-4c66-b72d-775c3532e8d8',2,'wamid.47BEC28FD7FEAF05BD06E8A5BBA66C91',35,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Jos\\u00e9 \\ud83d\\ude4f\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T12:02:08Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-14 12:02:08'),
(125,'65de3286-edc0-451c-93e5-cfb3ccc171e9',2,'wamid.C95DA99C45411A8143B9A0A4A7352A91',43,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281286673575\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T13:30:15Z\"}',NULL,'read',1,NULL,NULL,'2025-09-14 13:30:15'),
(126,'519a5514-c8c5-44b1-8731-453493ac1676',1,'wamid.C104940C0CE915F1D09088F0D5CD33A3',5,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan kak Maya sedang dikemas\"}, \"context\": {\"from\": \"6281218828923\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T18:17:06Z\"}',NULL,'read',1,NULL,NULL,'2025-09-14 18:17:06'),
(127,'ed65aa9b-b898-4aa2-9431-8a96d101a610',2,'wamid.A0EFB0A0C4E78CDE6C389D479512D212',48,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281237099539\"}, \"buttons\": [], \"timestamp\": \"2025-09-14T21:52:37Z\"}',NULL,'read',1,NULL,NULL,'2025-09-14 21:52:37'),
(128,'f8180ac4-100a-4e16-b0d1-5b62e4c67ef9',1,'wamid.4113C63F4912E3D695F27A23D6D4AD5D',15,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak Nadia, masih ada 😊\"}, \"context\": {\"from\": \"6281220589746\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T01:39:46Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-15 01:39:46'),
(129,'acda1690-898b-46e5-81a6-f60836de626f',2,'wamid.F0F0D0B0E2699B3A7B9CE77149237A2F',46,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Bandung Rp18.000\"}, \"context\": {\"from\": \"6281250371832\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T02:33:44Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-15 02:33:44'),
(130,'5f785f17-7921-45bc-b976-a4dd243da5e2',1,'wamid.FA68660F927220C33C85D629269E7090',22,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281266300395\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T07:37:02Z\"}',NULL,'read',1,NULL,NULL,'2025-09-15 07:37:02'),
(131,'b050d9bb-9c70-4a90-a590-a489fa974135',1,'wamid.CFBB98FF14111C4B147CFAB783AEF873',3,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281281264665\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T07:59:42Z\"}',NULL,'read',1,NULL,NULL,'2025-09-15 07:59:42'),
(132,'fde5ae80-dd44-4fbd-a159-fd1ed5e74f0e',1,'wamid.56F4B584CAE96A9A2722850150535719',17,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Intan 🙏\"}, \"context\": {\"from\": \"6281291503855\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T10:58:42Z\"}',NULL,'read',1,NULL,NULL,'2025-09-15 10:58:42'),
(133,'62325efd-348f-47b8-ad19-fe4542c36887',2,'wamid.431416C2AE068463F194FD2FEF612825',36,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya 🙏\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T15:49:08Z\"}',NULL,'read',1,NULL,NULL,'2025-09-15 15:49:08'),
(134,'213cefdb-6168-42d5-9125-644cf6cd43fb',3,'wamid.2C2A5C8592F3D89448A5791D412C8952',56,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281299360695\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T17:39:06Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-15 17:39:06'),
(135,'f984a256-d9a7-4515-9e01-84be963653ab',2,'wamid.0A6848905DCD6A9EDFFF57F64C804A5F',46,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281250371832\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T17:41:06Z\"}',NULL,'read',1,NULL,NULL,'2025-09-15 17:41:06'),
(136,'0dd7614b-0a8b-4b5c-8387-dcf7617936f5',1,'wamid.0137419F02C15BC35CBD2B28E1BD0A2B',32,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281237453076\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T20:08:49Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-15 20:08:49'),
(137,'a627135e-e605-497a-ad0d-b62b570d3549',2,'wamid.37017210D461B966F6E34AE13C3A5592',46,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan kak Bj\\u00f6rn sedang dikemas\"}, \"context\": {\"from\": \"6281250371832\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T20:27:33Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-15 20:27:33'),
(138,'bb0200d9-c399-4bc2-b8a9-468e7b95fef5',1,'wamid.91038716D75F4B642508D54C9F6C5BD5',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-15T20:31:48Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-15 20:31:48'),
(139,'33f548e5-5300-4397-bfdd-8c793b290a7d',1,'wamid.983B97EAB84C607B05783514498BFE41',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-16T04:57:02Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-16 04:57:02'),
(140,'e92e396f-aa98-4f44-a8a7-0b4c768cb4d4',1,'wamid.727F1A3210BDC923C1588C9B16E0E308',9,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp48518.000 kak\"}, \"context\": {\"from\": \"6281284865992\"}, \"buttons\": [], \"timestamp\": \"2025-09-16T08:47:42Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-16 08:47:42'),
(141,'32855da3-aa4c-4e9c-b9f8-302c1aa399b9',1,'wamid.072AB42D2303DEED93019BE70DD2F060',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya \\ud83d\\ude4f\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-16T15:38:20Z\"}',NULL,'read',1,NULL,NULL,'2025-09-16 15:38:20'),
(142,'ecc85deb-201c-4ce1-8034-af0defe04445',3,'wamid.0BE66BAF42C6A9304D2C4179047F3261',51,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"That makes 92143 kr in all\"}, \"context\": {\"from\": \"6281259466804\"}, \"buttons\": [], \"timestamp\": \"2025-09-16T18:47:15Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-16 18:47:15'),
(143,'fc4f9aed-eab4-4ab9-8af5-d8b591411d88',1,'wamid.62A3688507B622061D876C2CE20F9E63',1,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-17T13:31:28Z\"}',NULL,'read',1,NULL,NULL,'2025-09-17 13:31:28'),
(144,'5d062494-c973-45c7-8dd1-a11d0512a69a',1,'wamid.01588CEC093BDCB17B919545A76F054D',2,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-55724\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-17T19:12:17Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-17 19:12:17'),
(145,'d427806f-879c-4969-9a5c-e8d078082083',1,'wamid.27EB28FFCF406B7523B70FDF88FCB26E',1,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak Siti, masih ada 😊\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-18T02:35:09Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-18 02:35:09'),
(146,'8578b89c-c1c9-4290-a435-371c3fc6ca80',1,'wamid.3F2EEA6BE23CF1444829A31196B6D921',7,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281284532211\"}, \"buttons\": [], \"timestamp\": \"2025-09-18T03:57:36Z\"}',NULL,'read',1,NULL,NULL,'2025-09-18 03:57:36'),
(147,'90c3fd17-6d18-4f17-8e1e-7e368f327751',1,'wamid.5F82B6DB9C2DD851EE196C98D4CD5305',1,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-18T06:07:31Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-18 06:07:31'),
(148,'deadbae5-db0a-4b92-8616-bb6459d1e7fe',2,'wamid.725721061FFAB49D10AA80A6D28BB5F1',38,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya 🙏\"}, \"context\": {\"from\": \"6281240721631\"}, \"buttons\": [], \"timestamp\": \"2025-09-18T06:29:56Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-18 06:29:56'),
(149,'2366fad5-11ec-4e08-9c4c-de4bf3506dce',2,'wamid.7B87F4E3098B41819864CF179F372DC0',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya 🙏\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-18T13:53:15Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-18 13:53:15'),
(150,'7e66df58-12e7-4dfe-a3c8-8949090bcb20',1,'wamid.0C804BBB0DF63F7F92F1E9764A530F64',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan saya sudah dikirim belum?\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-18T15:50:21Z\"}',NULL,'read',1,NULL,NULL,'2025-09-18 15:50:21'),
(151,'b171a876-92e2-422d-a4f7-9a9f7e4680e1',3,'wamid.01B009C73B8A70CD44D993CEF5006D07',53,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281252224488\"}, \"buttons\": [], \"timestamp\": \"2025-09-18T23:08:34Z\"}',NULL,'read',1,NULL,NULL,'2025-09-18 23:08:34'),
(152,'f32d30fb-ef21-439d-aaee-2fef62d63ef3',3,'wamid.276A0EE0877B1D82F599C0799DFD8178',59,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Do you ship to Troms\\u00f8?\"}, \"context\": {\"from\": \"6281288744372\"}, \"buttons\": [], \"timestamp\": \"2025-09-19T00:48:27Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-19 00:48:27'),
(153,'65e37c2d-6bc6-4db5-b58d-a7849a4adfbc',1,'wamid.361CADEB2CE8DCE15AC792C8A414BE90',2,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Bandung Rp18.000\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-19T05:42:13Z\"}',NULL,'read',1,NULL,NULL,'2025-09-19 05:42:13'),
(154,'e5bb6f37-dec7-41fb-8033-1e8c8a530e8c',3,'wamid.738CB6FE1B6121044DA9659C9B8A85D7',58,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"What does \\\"waterproof 10k\\\" mean?\"}, \"context\": {\"from\": \"6281277563318\"}, \"buttons\": [], \"timestamp\": \"2025-09-19T12:33:57Z\"}',NULL,'read',1,NULL,NULL,'2025-09-19 12:33:57'),
(155,'bdae9fbe-b8b6-4d46-bea1-020606742bc9',1,'wamid.1CDA11A7961051174A627BAB6ACB93F3',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Saya mau order 2 lagi\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-19T15:38:57Z\"}',NULL,'read',1,NULL,NULL,'2025-09-19 15:38:57'),
(156,'e2494c56-4639-4b08-ba8e-18b121386573',3,'wamid.38926A64808CB3FDA64E6C79982D2E56',55,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Great, I\'ll take two\"}, \"context\": {\"from\": \"6281269208555\"}, \"buttons\": [], \"timestamp\": \"2025-09-19T19:27:31Z\"}',NULL,'read',1,NULL,NULL,'2025-09-19 19:27:31'),
(157,'c79a274e-ca23-45bc-b29e-373fad4623bc',1,'wamid.078DFA9E6D7613F0B1C25970206E0944',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-19T22:33:09Z\"}',NULL,'read',1,NULL,NULL,'2025-09-19 22:33:09'),
(158,'4c0873c5-4f4a-4060-af44-af65d4319150',3,'wamid.3C39A1F835992577BD6AA8BCD679A61D',53,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Your parcel left us today, tracking NO84399\"}, \"context\": {\"from\": \"6281252224488\"}, \"buttons\": [], \"timestamp\": \"2025-09-20T06:37:10Z\"}',NULL,'read',1,NULL,NULL,'2025-09-20 06:37:10'),
(159,'920eaab3-e9c7-47f7-9046-7d4554bb798b',2,'wamid.B1EB84BC549AF07DFA663E3684FF92BD',36,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ada promo hari ini?\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-20T11:12:54Z\"}',NULL,'read',1,NULL,NULL,'2025-09-20 11:12:54'),
(160,'998eb847-e8cc-490b-870e-046c67f40dd6',1,'wamid.FC3D1B756F6AFE20DB8293BE12F03C6F',4,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Saya mau order 2 lagi\"}, \"context\": {\"from\": \"6281233273328\"}, \"buttons\": [], \"timestamp\": \"2025-09-20T21:51:51Z\"}',NULL,'read',1,NULL,NULL,'2025-09-20 21:51:51'),
(161,'d2164d8b-0e80-4e5f-9e39-0dc56bc86b7b',1,'wamid.4536C4EA890E1369F06BEBB273EB53C6',8,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281292619020\"}, \"buttons\": [], \"timestamp\": \"2025-09-20T22:00:58Z\"}',NULL,'read',1,NULL,NULL,'2025-09-20 22:00:58'),
(162,'9c222aa0-ee62-49d8-bfad-b55e3abf0954',1,'wamid.14AE8B14C330132D009F2228F19890DE',1,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T01:42:58Z\"}',NULL,'read',1,NULL,NULL,'2025-09-21 01:42:58'),
(163,'f916987a-d430-4bef-8e57-df0c2697890a',1,'wamid.AEF874359CB3FBC8521FCA72EAE504DD',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T02:02:46Z\"}',NULL,'read',1,NULL,NULL,'2025-09-21 02:02:46'),
(164,'59a3991f-a84e-4689-a542-9754566bf71f',2,'wamid.707CB37C80D232623B8FB938A12B40B6',35,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Jos\\u00e9, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:00Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-21 03:00:00'),
(165,'8ab16ffd-606a-4860-ab0b-234e1b283d65',2,'wamid.4CD7FA14D07E918D31B3610435A33F6A',36,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Zoë, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:01Z\"}',NULL,'read',1,NULL,NULL,'2025-09-21 03:00:01'),
(166,'2e6afcc8-75d6-4f0f-bad6-fb5098c67cad',2,'wamid.A764840DA47BD1401D9F63AB0F7172F9',37,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak 佐藤, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281245886557\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:02Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-21 03:00:02'),
(167,'7d6ce51b-8c0b-4fce-ba8e-44ec68c414e5',2,'wamid.268F24A8C4C584EC9E24DF09BEB94D12',38,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Ольга, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281240721631\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:03Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-21 03:00:03'),
(168,'323b3a0e-162f-4f53-9bd2-71d93f39989e',2,'wamid.C21F51FEF4F3D953582868D94EA70980',39,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Nguyễn, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281281867168\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:04Z\"}',NULL,'read',1,NULL,NULL,'2025-09-21 03:00:04'),
(169,'a6c186cd-6757-4b3e-8326-cbccdb4142ce',2,'wamid.4E3E1B4F59276192AECE6A9BA81CC4AA',40,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak \\u015eahin, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281264619198\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:05Z\"}',NULL,'read',1,NULL,NULL,'2025-09-21 03:00:05'),
(170,'fc0173ed-7e2d-4123-b3df-a4cfbf113e17',2,'wamid.8DDA0CE0DA92A05D804515E048B80193',41,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak François, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281237545776\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:06Z\"}',NULL,'sent',0,4,'2025-09-21 03:00:06','2025-09-21 03:00:06'),
(171,'febd9cd0-f949-4452-96a0-bc98516a921d',2,'wamid.08D3DD8F12165D55168B75CBD42E85E8',42,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Ana, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281215131731\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:07Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-21 03:00:07'),
(172,'f7cc19ca-8869-488b-bd6e-677050e7fd40',2,'wamid.5293267282DF12C0DEC3533D485214DF',43,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak \\u674e, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281286673575\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:08Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-21 03:00:08'),
(173,'1e312f0d-785c-4900-b4fc-f5650a525cfc',2,'wamid.4A9A3D1FFCFE7F13977A8154755B4C1A',44,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak محمد, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281241781809\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:09Z\"}',NULL,'read',1,NULL,NULL,'2025-09-21 03:00:09'),
(174,'81887493-e09e-4d24-ade1-0968361aaa71',2,'wamid.6E28879B3A1B2A07F82D2E9FA75BD9AD',45,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Chloé, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281257426723\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:10Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-21 03:00:10'),
(175,'6d88daaf-74b7-4c36-8955-2d36ff1fe093',2,'wamid.EA4612AC9D2B012D1B6E6A0B32ADE0BE',46,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Björn, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281250371832\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:11Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-21 03:00:11'),
(176,'0519f2e5-2535-4a25-9ecb-40546d4f86e3',2,'wamid.A83D1BF1DFB7BA5404C46E8C69852CA8',47,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Kwame, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281224045096\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:12Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-21 03:00:12'),
(177,'20e94cb6-2d7e-4521-9e60-31d82d8a7365',2,'wamid.4A32C04D9057436027F15F333C39D750',48,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Priya, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281237099539\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:13Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-21 03:00:13'),
(178,'149e3e9d-d4ff-4212-b76d-19dec5c70a31',2,'wamid.9097FCAFFDEFF2BF60A3F9A65485833B',49,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak 김, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281288502819\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:14Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-21 03:00:14'),
(179,'af092eb9-5c14-4ff6-8118-e62add50815b',2,'wamid.5BFDDAE65AE7A586DCA297571022AC35',50,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak Łukasz, koleksi \\\"Parang\\\" sudah tersedia\"}, \"context\": {\"from\": \"6281283617253\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T03:00:15Z\"}',NULL,'read',1,NULL,NULL,'2025-09-21 03:00:15'),
(180,'5809c703-55b2-4cde-911e-35809ac30c6d',1,'wamid.1F96135DEF71975C965382F73B77F1C9',27,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281210720074\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T06:16:44Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-21 06:16:44'),
(181,'55f25ca8-2929-4f89-9b83-2a9755668fb6',2,'wamid.27914C9248999F39C7CD0598F8ED0DB2',43,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan kak 李 sedang dikemas\"}, \"context\": {\"from\": \"6281286673575\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T10:22:08Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-21 10:22:08'),
(182,'0ae4964b-0a56-4d1d-bbd6-193158359b91',1,'wamid.9A3A112F3B144E1926950B6961612B3A',31,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281274683246\"}, \"buttons\": [], \"timestamp\": \"2025-09-21T16:02:13Z\"}',NULL,'read',1,NULL,NULL,'2025-09-21 16:02:13'),
(183,'98f3997c-6dd0-48bf-867f-e062668f4530',2,'wamid.CD09EC49D1EDFEB5C12DA0A50BEE3324',36,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa minta invoice-nya?\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T01:16:47Z\"}',NULL,'read',1,NULL,NULL,'2025-09-22 01:16:47'),
(184,'0b7c8ac8-6014-44ac-89c7-80c482fc3e95',1,'wamid.111C6FD761D0D517B2673D33BEA29E3E',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Saya mau order 2 lagi\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T05:20:35Z\"}',NULL,'read',1,NULL,NULL,'2025-09-22 05:20:35'),
(185,'2e0da12a-1d1a-44b1-b06e-7db84a53b5b4',2,'wamid.A08859B6B6EE682AF53D6721510DBFED',37,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak 佐藤 🙏\"}, \"context\": {\"from\": \"6281245886557\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T07:27:13Z\"}',NULL,'read',1,NULL,NULL,'2025-09-22 07:27:13'),
(186,'b17b8157-8471-4b2c-a09a-bc50788613e4',1,'wamid.3268ABF85CB260309D047B5F32B08210',24,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281274020538\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T07:32:51Z\"}',NULL,'read',1,NULL,NULL,'2025-09-22 07:32:51'),
(187,'582495d2-9a66-465c-8d19-9a8da75b690b',1,'wamid.5A858C6528E2527BF8997D532BEAFB03',28,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Surabaya Rp18.000\"}, \"context\": {\"from\": \"6281214149632\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T07:59:16Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-22 07:59:16'),
(188,'4b068d33-60b4-41bc-a12f-ad864225cfba',2,'wamid.DA082C36CAFEA5D449BBCEC32D190323',37,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa minta invoice-nya?\"}, \"context\": {\"from\": \"6281245886557\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T08:27:04Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-22 08:27:04'),
(189,'e7d08b28-9b3d-48a5-8f65-c79de7688a1a',2,'wamid.E6ACEAB689498DD24DCCBE27358A551B',46,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak Björn, masih ada 😊\"}, \"context\": {\"from\": \"6281250371832\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T12:00:18Z\"}',NULL,'read',1,NULL,NULL,'2025-09-22 12:00:18'),
(190,'f1f7cbe8-fd7a-4256-8051-56f6399ffc22',2,'wamid.52F9A128300FCA42E53181FC4CE46FEE',44,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281241781809\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T13:19:45Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-22 13:19:45'),
(191,'e336b04b-14b1-444d-b306-435f2222a65b',3,'wamid.F7FBCFF8E98A4F41F19D45518B9800A9',55,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Do you ship to Tromsø?\"}, \"context\": {\"from\": \"6281269208555\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T15:22:30Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-22 15:22:30'),
(192,'7c44e762-bbcf-4609-8348-ed6ea9727565',1,'wamid.64ACB482713EC33EBDBB0F469BE478D8',29,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp11205.000 kak\"}, \"context\": {\"from\": \"6281243160593\"}, \"buttons\": [], \"timestamp\": \"2025-09-22T21:11:52Z\"}',NULL,'read',1,NULL,NULL,'2025-09-22 21:11:52'),
(193,'f8559d00-00ab-412c-88ab-7e4c2e437cf9',2,'wamid.4E3E1962564F3A94574C72EC09E9D1F0',43,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281286673575\"}, \"buttons\": [], \"timestamp\": \"2025-09-23T03:28:53Z\"}',NULL,'read',1,NULL,NULL,'2025-09-23 03:28:53'),
(194,'d92cc3e9-4dc9-48ee-ad1c-737bbc0218ae',3,'wamid.E9A20DE5FF60904536F57B82B988B835',53,7,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"We\'ll check and come back to you\"}, \"context\": {\"from\": \"6281252224488\"}, \"buttons\": [], \"timestamp\": \"2025-09-23T04:55:25Z\"}',NULL,'read',1,NULL,NULL,'2025-09-23 04:55:25'),
(195,'74173d30-74c9-4542-80fd-3b281f9a0aff',1,'wamid.915FDDF8F6B73DDF2D005A75F622A85A',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-23T07:46:42Z\"}',NULL,'read',1,NULL,NULL,'2025-09-23 07:46:42'),
(196,'622702c4-b319-4d31-ab25-3d9b6d56f69c',2,'wamid.DA54C8B2C4D649FEF56664030ABCB032',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-23T10:07:44Z\"}',NULL,'read',1,NULL,NULL,'2025-09-23 10:07:44'),
(197,'b91731df-10f1-45db-88d7-4d65bf057583',2,'wamid.439CC700CFCC3539DCE1FD9443C9F256',35,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Yogyakarta Rp18.000\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-23T10:13:28Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-23 10:13:28'),
(198,'0655a8c1-cbd6-4aa3-a4dd-bb4fc475e109',3,'wamid.7A7A2ECBAEFF092955410F013B6C5C1B',51,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Thanks a lot! 😀\"}, \"context\": {\"from\": \"6281259466804\"}, \"buttons\": [], \"timestamp\": \"2025-09-23T15:10:12Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-23 15:10:12'),
(199,'aa0f4f9d-470e-4acf-912e-9152b107bd40',1,'wamid.28C8486C79E5164693971E3E831F4A85',6,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281229747720\"}, \"buttons\": [], \"timestamp\": \"2025-09-23T16:03:54Z\"}',NULL,'read',1,NULL,NULL,'2025-09-23 16:03:54'),
(200,'d556ba7f-f8e6-4f9c-bd61-68ae10fb3a61',2,'wamid.F769233C407200DB7E4F14210A223283',48,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan saya sudah dikirim belum?\"}, \"context\": {\"from\": \"6281237099539\"}, \"buttons\": [], \"timestamp\": \"2025-09-23T18:09:33Z\"}',NULL,'read',1,NULL,NULL,'2025-09-23 18:09:33'),
(201,'f737956c-904d-409f-afcf-a509b7468102',1,'wamid.A3CFE42746D946AFDF18EC1A5CF86DBA',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T04:03:15Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-24 04:03:15'),
(202,'fb1c6b61-bc15-4ae2-9338-2401f0955c57',1,'wamid.99670343A6F8234581664A36806E4688',28,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281214149632\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T07:12:12Z\"}',NULL,'read',1,NULL,NULL,'2025-09-24 07:12:12'),
(203,'427a2830-d833-4692-b39a-5f16ac943ed5',2,'wamid.BB5FA74991FEF706024A2ACF7AE857F9',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T09:16:19Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-24 09:16:19'),
(204,'178e4fc1-9356-4004-97b1-8e3a57c2702f',1,'wamid.13711B9C133584F807C39AB00EECC949',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T12:28:03Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-24 12:28:03'),
(205,'176b8ed4-a8f2-41c9-a9d4-a8c4af8815ed',3,'wamid.AAEAC070AE0EE9044E1E3D5485512165',51,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"The zip is broken, can I return it?\"}, \"context\": {\"from\": \"6281259466804\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T12:40:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-24 12:40:00'),
(206,'db372ca7-81eb-438f-9719-c2c28c3e3f79',2,'wamid.4E99D7B5853FFB5D7B64FC2C4826CFB8',36,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan saya sudah dikirim belum?\"}, \"context\": {\"from\": \"6281252950034\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T12:55:48Z\"}',NULL,'read',1,NULL,NULL,'2025-09-24 12:55:48'),
(207,'99116186-2552-43f5-90eb-b6c4b924d1cc',1,'wamid.DBE667F17004167732E781B3ADBBB0DB',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T15:11:23Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-24 15:11:23'),
(208,'0aa7292d-6d0b-4270-88da-e78c93ab137f',1,'wamid.AA7EA7EF6833EBF27A80019719777ACB',3,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281281264665\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T15:24:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-24 15:24:00'),
(209,'454390b8-08dc-4a01-8d53-0f27f3f95094',3,'wamid.D30B41255BC001745A21F5CA5724F898',59,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"You\'re welcome, Liam!\"}, \"context\": {\"from\": \"6281288744372\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T20:08:55Z\"}',NULL,'read',1,NULL,NULL,'2025-09-24 20:08:55'),
(210,'47724035-804c-44fc-be9e-d194941d5747',1,'wamid.5D2FE95600B9B5FB16839CA99D57F765',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! \\ud83d\\udc4d\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T20:19:53Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-24 20:19:53'),
(211,'25cabb91-f3a4-4420-a69e-e886daa4666b',1,'wamid.98470EEB2F58E74D643FF85D3839AE85',21,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281265519406\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T20:28:44Z\"}',NULL,'read',1,NULL,NULL,'2025-09-24 20:28:44'),
(212,'3e4a4ad7-6481-4c2d-9ba0-01376996eed0',1,'wamid.35D048BF1ED511CC209593309AD56E11',20,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Jakarta Rp18.000\"}, \"context\": {\"from\": \"6281251374630\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T20:46:03Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-24 20:46:03'),
(213,'25431ab0-235c-4ea5-ba29-fc91194312ca',2,'wamid.1A6A33FB6F825B1F3ED91681D0E968CF',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-24T21:39:11Z\"}',NULL,'read',1,NULL,NULL,'2025-09-24 21:39:11'),
(214,'778fd673-7696-4be9-8a67-c443c2d106f9',1,'wamid.3E5A21060AADEAE77A2380E59CA036B0',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-25T00:45:40Z\"}',NULL,'read',1,NULL,NULL,'2025-09-25 00:45:40'),
(215,'ad1a0b6d-bb98-4b23-9f92-8bea1a10f714',1,'wamid.893B19DCD1403A77B163F5F62A5E2163',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-25T06:15:01Z\"}',NULL,'read',1,NULL,NULL,'2025-09-25 06:15:01'),
(216,'32e7704c-0b16-4753-93fc-5aeacdb79f37',3,'wamid.C0FDE85657D40CBEAAFF2DE37AAD5A47',53,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"The zip is broken, can I return it?\"}, \"context\": {\"from\": \"6281252224488\"}, \"buttons\": [], \"timestamp\": \"2025-09-25T11:49:15Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-25 11:49:15'),
(217,'157ef6ea-be67-46aa-a9aa-8ce9871509fe',1,'wamid.98A33C240E4F3C7B4362EF50480D167C',32,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan kak Dani sedang dikemas\"}, \"context\": {\"from\": \"6281237453076\"}, \"buttons\": [], \"timestamp\": \"2025-09-25T17:10:09Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-25 17:10:09'),
(218,'713da453-67e1-4b12-a714-e2f043049e73',3,'wamid.C75C28BDB74C1BD06F729D2503C040F3',53,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"What does \\\"waterproof 10k\\\" mean?\"}, \"context\": {\"from\": \"6281252224488\"}, \"buttons\": [], \"timestamp\": \"2025-09-26T01:41:56Z\"}',NULL,'read',1,NULL,NULL,'2025-09-26 01:41:56'),
(219,'1231c3a2-b55d-457c-b6d6-d1fe5609031c',1,'wamid.0334B746510F7F250C71F3C1BCB55EBA',14,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281269098645\"}, \"buttons\": [], \"timestamp\": \"2025-09-26T07:33:07Z\"}',NULL,'read',1,NULL,NULL,'2025-09-26 07:33:07'),
(220,'0e3ea6f9-21e8-42d8-88bb-edbeb461b0a8',1,'wamid.1037ACC3133218FFE59907BEF86C1104',10,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281240254937\"}, \"buttons\": [], \"timestamp\": \"2025-09-26T10:06:12Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-26 10:06:12'),
(221,'eada996b-c976-4924-80c9-2a8680aaa5ce',1,'wamid.FA376D0E3D5F5BAE8F320F50BDA7D378',25,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp43263.000 kak\"}, \"context\": {\"from\": \"6281212729981\"}, \"buttons\": [], \"timestamp\": \"2025-09-27T05:10:56Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-27 05:10:56'),
(222,'dd47d463-7514-422d-8cb8-bdbaf7a6e5ad',1,'wamid.9B64825DF9C304BB097A1E43EE1618F6',9,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281284865992\"}, \"buttons\": [], \"timestamp\": \"2025-09-27T07:59:47Z\"}',NULL,'read',1,NULL,NULL,'2025-09-27 07:59:47'),
(223,'8c607fba-018d-4908-8927-2b05e30ed6d3',2,'wamid.367F34C52D0721785662B0771921978D',41,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281237545776\"}, \"buttons\": [], \"timestamp\": \"2025-09-27T10:27:53Z\"}',NULL,'read',1,NULL,NULL,'2025-09-27 10:27:53'),
(224,'ed8a5fea-9d9a-41ad-b126-ad38de23b83c',1,'wamid.C6DB51351B052AD42810458B1155FD87',26,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281237184299\"}, \"buttons\": [], \"timestamp\": \"2025-09-27T11:14:29Z\"}',NULL,'read',1,NULL,NULL,'2025-09-27 11:14:29'),
(225,'0c726909-f1b1-45aa-b08c-438556f6cb5f',3,'wamid.BEE3D75D300C37F5C639741D57DEEBC6',51,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Your parcel left us today, tracking NO30076\"}, \"context\": {\"from\": \"6281259466804\"}, \"buttons\": [], \"timestamp\": \"2025-09-27T12:20:04Z\"}',NULL,'read',1,NULL,NULL,'2025-09-27 12:20:04'),
(226,'497eee26-dd17-4d65-99de-0d9709fb1301',1,'wamid.B716C48FAD867F3119B57F52760AD99F',4,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Baik kak, kami cek dulu ya\"}, \"context\": {\"from\": \"6281233273328\"}, \"buttons\": [], \"timestamp\": \"2025-09-27T17:27:26Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-27 17:27:26'),
(227,'bf407ded-8663-44e8-83e3-4a2ff2dfebed',2,'wamid.939418D78722B4BAC9FAD01501FD760F',35,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-27T22:28:14Z\"}',NULL,'read',1,NULL,NULL,'2025-09-27 22:28:14'),
(228,'941b45f9-a4d2-450a-94cf-ca3104622733',2,'wamid.BD31B24117E77A4BDAAA992DD4727A87',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-27T23:20:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-27 23:20:00'),
(229,'358b129c-6c61-4027-a0ce-c0fce2ee8ba4',3,'wamid.B49F81B34137AF5813FDE86633C2EAC4',56,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"You\'re welcome, Elif!\"}, \"context\": {\"from\": \"6281299360695\"}, \"buttons\": [], \"timestamp\": \"2025-09-28T11:51:18Z\"}',NULL,'read',1,NULL,NULL,'2025-09-28 11:51:18'),
(230,'380a80b4-bf41-4bb6-b6a0-9e6ecabeebc5',1,'wamid.E4B0E925C0BF581CA757BCFDCF085F5B',22,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Reza 🙏\"}, \"context\": {\"from\": \"6281266300395\"}, \"buttons\": [], \"timestamp\": \"2025-09-28T18:26:46Z\"}',NULL,'read',1,NULL,NULL,'2025-09-28 18:26:46'),
(231,'6fa1e874-70cf-4900-8ee6-f0789f53f1a4',2,'wamid.20542F330A714CAF9A8AA7C50A565703',50,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Kak, alamatnya salah. Tolong diganti ke:\\nJl. Melati No. 5\"}, \"context\": {\"from\": \"6281283617253\"}, \"buttons\": [], \"timestamp\": \"2025-09-28T18:45:20Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-28 18:45:20'),
(232,'37f260ac-2262-45f6-bde6-b85828dfc292',2,'wamid.C76D1B235553F04458526D70079A1083',35,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-09-28T22:42:41Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-28 22:42:41'),
(233,'1fd4cfdd-cd84-4610-a692-a6bee81eca7c',1,'wamid.8DBD86358A2F913F8C5F758640FE4EF8',16,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281233220647\"}, \"buttons\": [], \"timestamp\": \"2025-09-28T22:54:03Z\"}',NULL,'sent',0,NULL,NULL,'2025-09-28 22:54:03'),
(234,'652a7e96-809b-420b-9ad4-1ad82b91034a',1,'wamid.045496ACF2C15CA3EBB2EFF791E9BCE1',30,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Surya \\ud83d\\ude4f\"}, \"context\": {\"from\": \"6281228390014\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T00:43:04Z\"}',NULL,'read',1,NULL,NULL,'2025-09-29 00:43:04'),
(235,'605014b8-f524-4094-8d03-bf6d1e27e6cb',2,'wamid.C1472F710E51A13B21675E3BF029A768',37,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak 佐藤, masih ada 😊\"}, \"context\": {\"from\": \"6281245886557\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T01:14:44Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-29 01:14:44'),
(236,'1e0aa89e-9435-4ef0-890e-a9f90079aad4',2,'wamid.493776F4C73070DD6F982E4CFA302EA0',40,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-31306\"}, \"context\": {\"from\": \"6281264619198\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T04:24:43Z\"}',NULL,'read',1,NULL,NULL,'2025-09-29 04:24:43'),
(237,'7e426437-b291-468e-afa2-a4cde856149b',1,'wamid.724855EA0D4D98D9FA13AAFE317DB9A2',1,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp52847.000 kak\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T05:12:17Z\"}',NULL,'read',1,NULL,NULL,'2025-09-29 05:12:17'),
(238,'a658d588-0401-4aa4-8b91-ecb5ffbff846',1,'wamid.0F9981FCAC9DCACC5CAA02E59670EE83',5,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281218828923\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T07:07:13Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-29 07:07:13'),
(239,'9243cb2d-030f-43e6-9d5a-b66e756e4db4',1,'wamid.B14BB45CC00ED3E9FDBBB0A1CF510C50',8,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan saya sudah dikirim belum?\"}, \"context\": {\"from\": \"6281292619020\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T08:02:21Z\"}',NULL,'read',1,NULL,NULL,'2025-09-29 08:02:21'),
(240,'956fcb45-1ab4-4d59-8c15-c8927b9fd2c4',1,'wamid.BE2FD9F6FA274964C21992D93A09D88B',27,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ongkir ke Yogyakarta Rp18.000\"}, \"context\": {\"from\": \"6281210720074\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T18:19:49Z\"}',NULL,'read',1,NULL,NULL,'2025-09-29 18:19:49'),
(241,'3d9a03a3-09de-4b1a-a08e-7914c27a0cdd',1,'wamid.74DDC490649498DCE1077D2EC4A81142',1,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T19:12:42Z\"}',NULL,'read',1,NULL,NULL,'2025-09-29 19:12:42'),
(242,'f339d373-c678-4cb8-bc60-d3cea9deae9b',1,'wamid.64448935E8C0D2831C05BA3AC5A551DB',13,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya 🙏\"}, \"context\": {\"from\": \"6281280884360\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T19:56:44Z\"}',NULL,'read',1,NULL,NULL,'2025-09-29 19:56:44'),
(243,'4a646bac-71c8-4838-b972-e3cd36f4de93',3,'wamid.C13464B5A2538EC763E1369137B0D568',57,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"That makes 86168 kr in all\"}, \"context\": {\"from\": \"6281258882360\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T20:18:46Z\"}',NULL,'read',1,NULL,NULL,'2025-09-29 20:18:46'),
(244,'fddbc36e-2388-4eca-ade6-a57a39fa7596',1,'wamid.9E366676829BBBFF485E2D701D026BCA',2,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp51723.000 kak\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-09-29T21:29:39Z\"}',NULL,'failed',0,NULL,NULL,'2025-09-29 21:29:39'),
(245,'4edf785e-716d-4920-9ef7-d8e1ece22ec2',1,'wamid.8D880C7BF2A3D77C0C0E530A8A0A472E',18,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Saya mau order 2 lagi\"}, \"context\": {\"from\": \"6281273489209\"}, \"buttons\": [], \"timestamp\": \"2025-09-30T02:04:00Z\"}',NULL,'read',1,NULL,NULL,'2025-09-30 02:04:00'),
(246,'617030a1-5ff1-496c-a382-adc9ebe80b60',3,'wamid.E077787D1A207C4FAACC8A882205A66F',57,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Thanks a lot! 😀\"}, \"context\": {\"from\": \"6281258882360\"}, \"buttons\": [], \"timestamp\": \"2025-09-30T03:36:15Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-30 03:36:15'),
(247,'09b06bf9-175f-4159-9ee8-072ec48b9a89',1,'wamid.19245B067E2333C6AF690CF6D4E430CB',30,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp73690.000 kak\"}, \"context\": {\"from\": \"6281228390014\"}, \"buttons\": [], \"timestamp\": \"2025-09-30T04:14:51Z\"}',NULL,'read',1,NULL,NULL,'2025-09-30 04:14:51'),
(248,'9470e09a-8553-4618-8708-5d5b1fe7277f',1,'wamid.608DDF55F939CCB89C37145ABC0E754E',9,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Wati 🙏\"}, \"context\": {\"from\": \"6281284865992\"}, \"buttons\": [], \"timestamp\": \"2025-09-30T06:35:30Z\"}',NULL,'delivered',0,NULL,NULL,'2025-09-30 06:35:30'),
(249,'58e5a98e-6ebe-41d7-9351-9f0f7d42073d',1,'wamid.2E5340132A6B185F580030A9027B05DB',15,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Terima kasih ya 🙏\"}, \"context\": {\"from\": \"6281220589746\"}, \"buttons\": [], \"timestamp\": \"2025-09-30T11:20:54Z\"}',NULL,'read',1,NULL,NULL,'2025-09-30 11:20:54'),
(250,'704e08e1-2e4d-4df5-b716-a560f46f3ace',1,'wamid.6F6C45EF8DF4C29297C4C21F99818B13',5,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281218828923\"}, \"buttons\": [], \"timestamp\": \"2025-09-30T21:39:50Z\"}',NULL,'read',1,NULL,NULL,'2025-09-30 21:39:50'),
(251,'764fd370-063c-46e3-ac4d-1d2030eae276',1,'wamid.A1A8E74E6A0899DC7E10C0499CB93F02',25,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Ratna 🙏\"}, \"context\": {\"from\": \"6281212729981\"}, \"buttons\": [], \"timestamp\": \"2025-10-01T07:25:27Z\"}',NULL,'read',1,NULL,NULL,'2025-10-01 07:25:27'),
(252,'b7690c5a-bffe-47e4-bb4c-5d630c75253a',2,'wamid.E0C35975D68F4EFFBF050C22C822CB33',38,5,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak Ольга, masih ada 😊\"}, \"context\": {\"from\": \"6281240721631\"}, \"buttons\": [], \"timestamp\": \"2025-10-01T07:31:14Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-01 07:31:14'),
(253,'0d90073b-d1c1-40a9-8ec1-3483bec1e446',2,'wamid.583416D2CEF1CB33766C94BE6A197757',35,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281221189174\"}, \"buttons\": [], \"timestamp\": \"2025-10-01T09:34:04Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-01 09:34:04'),
(254,'ef0f4db1-5a5b-420f-bbd0-759f4f7fdbc6',2,'wamid.FC515CC17505F027DC5CECDBE4BA7751',37,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Barangnya sudah sampai, mantap! 👍\"}, \"context\": {\"from\": \"6281245886557\"}, \"buttons\": [], \"timestamp\": \"2025-10-01T13:34:29Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-01 13:34:29'),
(255,'f6bb2578-47d6-435d-9511-333ca8a52e7a',3,'wamid.58148E03932FC98CF51EC557DC6E6B4B',51,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sure, the return label is attached\"}, \"context\": {\"from\": \"6281259466804\"}, \"buttons\": [], \"timestamp\": \"2025-10-01T16:44:50Z\"}',NULL,'read',1,NULL,NULL,'2025-10-01 16:44:50'),
(256,'d296d4f0-4d53-4106-a427-46ba87e97b30',3,'wamid.16D67C076609032B2471FB82E502462C',58,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Where\'s my order?\"}, \"context\": {\"from\": \"6281277563318\"}, \"buttons\": [], \"timestamp\": \"2025-10-01T17:22:43Z\"}',NULL,'read',1,NULL,NULL,'2025-10-01 17:22:43'),
(257,'0873a001-9e44-475a-a0c7-e023d6700206',1,'wamid.2E915FD6834786D29133B292DD850FC7',11,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Saya mau order 2 lagi\"}, \"context\": {\"from\": \"6281264968108\"}, \"buttons\": [], \"timestamp\": \"2025-10-01T18:51:38Z\"}',NULL,'read',1,NULL,NULL,'2025-10-01 18:51:38'),
(258,'4a67191d-d02a-493a-81c1-ad92de9d6a6d',1,'wamid.F6375F5B68FE1249023AE552A404DBAF',1,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sama-sama kak Siti \\ud83d\\ude4f\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T00:58:21Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-02 00:58:21'),
(259,'19ffe246-b01c-440a-91ac-dc74634f6d18',2,'wamid.9830CCDFA0B4DB033198B63EF59E5C84',39,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa minta invoice-nya?\"}, \"context\": {\"from\": \"6281281867168\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T02:58:55Z\"}',NULL,'read',1,NULL,NULL,'2025-10-02 02:58:55'),
(260,'935c7f6b-640a-4475-a561-442c1a1af45a',3,'wamid.209FBD47CD032EF4F70ADE123D4BF495',59,6,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sure, the return label is attached\"}, \"context\": {\"from\": \"6281288744372\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T06:54:17Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-02 06:54:17'),
(261,'12225212-35db-464f-bc7f-17be748a8e0a',2,'wamid.1F0E50E7C8D5B6135AAB2BBDD4FEEDBD',37,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281245886557\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T07:59:00Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-02 07:59:00'),
(262,'95601f29-840c-4375-8146-24ce1387a588',1,'wamid.F99C5A3A01A246C9DB117A145B208154',22,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281266300395\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T13:34:55Z\"}',NULL,'read',1,NULL,NULL,'2025-10-02 13:34:55'),
(263,'ddd63b81-44ba-478b-96a3-83debd46c5dc',1,'wamid.332C98D69F6F94BF8837118DBC643130',20,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan kak Galih sedang dikemas\"}, \"context\": {\"from\": \"6281251374630\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T14:52:46Z\"}',NULL,'read',1,NULL,NULL,'2025-10-02 14:52:46'),
(264,'d44dd6a8-9b91-474e-94d5-efbbfbf6098f',2,'wamid.4BC44568B366BC2CD46C1295A2411E4A',38,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Halo kak, masih ada stok?\"}, \"context\": {\"from\": \"6281240721631\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T15:03:40Z\"}',NULL,'read',1,NULL,NULL,'2025-10-02 15:03:40'),
(265,'716dffe3-19d1-44a0-9d1a-a34e169be670',1,'wamid.9D7BADF594ABAB1A833E5D032ADCD5BE',6,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281229747720\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T19:15:03Z\"}',NULL,'read',1,NULL,NULL,'2025-10-02 19:15:03'),
(266,'c2c26d8f-7804-489b-8891-c0caea6527be',1,'wamid.FFCCC4A2F7263A48A9A0A5FC7E0487AE',2,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281282376455\"}, \"buttons\": [], \"timestamp\": \"2025-10-02T19:33:12Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-02 19:33:12'),
(267,'dae49dba-d2c4-45e7-9747-d76391fd6d6c',1,'wamid.DED39C48C5F97E2097A6186CBCD469D2',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa minta invoice-nya?\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-10-03T00:43:07Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-03 00:43:07'),
(268,'9e5aa299-bf4e-4ddd-9321-582aab1e344b',1,'wamid.CCEB6E1FD8652D2DBA038C0B8B13D7E7',13,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan kak Fitri sedang dikemas\"}, \"context\": {\"from\": \"6281280884360\"}, \"buttons\": [], \"timestamp\": \"2025-10-03T05:05:16Z\"}',NULL,'read',1,NULL,NULL,'2025-10-03 05:05:16'),
(269,'6e183a9a-b182-4419-9c08-dde9a19c8ae4',1,'wamid.6CEFB17D8AA49CFFA52D65E23CA9DB8F',10,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Sudah kami kirim, resi JNE 0142-57702\"}, \"context\": {\"from\": \"6281240254937\"}, \"buttons\": [], \"timestamp\": \"2025-10-03T07:52:43Z\"}',NULL,'read',1,NULL,NULL,'2025-10-03 07:52:43'),
(270,'86ce8be1-d8b0-4cda-abc3-134fd0db03d6',1,'wamid.D1528F9DA830C0DAB749CCA817CA5C3D',1,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Ok\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-10-03T11:06:57Z\"}',NULL,'read',1,NULL,NULL,'2025-10-03 11:06:57'),
(271,'fcc39fca-c2e8-4411-8fcd-ab7fda4c4a12',1,'wamid.517A5B658FCA3A28F09E0F4C931D70F8',5,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281218828923\"}, \"buttons\": [], \"timestamp\": \"2025-10-03T11:35:40Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-03 11:35:40'),
(272,'54760abd-07e3-4de2-9e2e-33d5d5d00633',2,'wamid.F5DDA731AF16017032F6993A1442F4B1',48,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa minta invoice-nya?\"}, \"context\": {\"from\": \"6281237099539\"}, \"buttons\": [], \"timestamp\": \"2025-10-04T03:24:55Z\"}',NULL,'read',1,NULL,NULL,'2025-10-04 03:24:55'),
(273,'be212950-9277-4b9f-90e9-64286346aaac',1,'wamid.3E45B9F99E240B01FC7F131A106D81FC',27,3,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp24258.000 kak\"}, \"context\": {\"from\": \"6281210720074\"}, \"buttons\": [], \"timestamp\": \"2025-10-04T06:19:20Z\"}',NULL,'read',1,NULL,NULL,'2025-10-04 06:19:20'),
(274,'896d339e-0b88-48e8-b49e-53eb73858955',1,'wamid.3F7D897B73B6E4F5FF3505858FAD6F83',20,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Bisa COD ke Bandung?\"}, \"context\": {\"from\": \"6281251374630\"}, \"buttons\": [], \"timestamp\": \"2025-10-04T16:54:46Z\"}',NULL,'read',1,NULL,NULL,'2025-10-04 16:54:46'),
(275,'0fe673a3-73aa-4421-928a-cedb8fd5b827',1,'wamid.1CC863F7A59CA6A9C0AD60691072D567',14,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Pesanan kak Yusuf sedang dikemas\"}, \"context\": {\"from\": \"6281269098645\"}, \"buttons\": [], \"timestamp\": \"2025-10-04T18:35:12Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-04 18:35:12'),
(276,'78d3d25d-bb20-4a3e-92c4-faff72a75162',1,'wamid.C7F382B3E72005C807B15DA525D8FE91',1,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Siti, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281276062486\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:00Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-05 03:00:00'),
(277,'d681193c-f9bd-49cc-bb9e-3a10c3ab9c17',1,'wamid.E7AE87243B585DC87D1C0CDE5885E8E4',3,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Putri, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281281264665\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:02Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-05 03:00:02'),
(278,'5ba90797-d21f-4e4e-affa-b48ea02b8323',1,'wamid.2A2DAD6D10ACA0CDAA2B2DF2D3A71954',4,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Joko, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281233273328\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:03Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-05 03:00:03'),
(279,'5ce57e1d-db9d-4024-a061-234d8449d879',1,'wamid.EFDD57502CBF5DBB1FF9A1D88F241CA4',5,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Maya, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281218828923\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:04Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-05 03:00:04'),
(280,'4f9f5ba0-1752-4aca-b69d-bb9f39095ba6',1,'wamid.24CDAD88D19F0359E777451CF5D9C745',6,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Bayu, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281229747720\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:05Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-05 03:00:05'),
(281,'e2c8e889-eac5-4487-a05e-6ee06b0e1c9a',1,'wamid.3642B5087002DC322FBBCC6CF6FD165C',7,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Rina, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281284532211\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:06Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-05 03:00:06'),
(282,'9ffe76b0-1368-4600-92f5-ab1cfc2fd378',1,'wamid.214142A1CCA1989516C66464EDC9581F',8,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Eko, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281292619020\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:07Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-05 03:00:07'),
(283,'1bd4bca9-60ca-4731-a619-71f7daf5bd02',1,'wamid.6A6E48FB7BEE3F8006B15F4162AA7A3A',9,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Wati, pesananmu masih menunggu \\ud83d\\uded2\"}, \"context\": {\"from\": \"6281284865992\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:08Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-05 03:00:08'),
(284,'8c9f845c-d438-4026-b533-8ef54e912bd3',1,'wamid.93651EEC2249F643C54D2C6A73ED0000',10,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Dimas, pesananmu masih menunggu \\ud83d\\uded2\"}, \"context\": {\"from\": \"6281240254937\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:09Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 03:00:09'),
(285,'fff09261-b7a3-49c1-8ed3-65d71cac9d02',1,'wamid.CA3ED5AC05BDBAA24498883E7B0A5F1F',11,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Ayu, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281264968108\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:10Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 03:00:10'),
(286,'f896be0d-cea2-4705-8733-f472aca37eb4',1,'wamid.6AD7B0E2E3567A1C7DE91881B7027AB6',13,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Fitri, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281280884360\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:11Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-05 03:00:11'),
(287,'da947714-4946-4f0b-a4ad-0c147b39e96f',1,'wamid.73F2909E7DA59D238D3C86CBCFFFEA5D',14,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Yusuf, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281269098645\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:12Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-05 03:00:12'),
(288,'41c32a5a-d324-4a08-a792-984554cf3855',1,'wamid.BD0B2AC93E74060A5FA964C7E527E77B',15,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Nadia, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281220589746\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:13Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 03:00:13'),
(289,'31f51e68-bd22-4e13-b916-84fd222d896b',1,'wamid.41705B491918A58CF692DC33F732D723',16,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Teguh, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281233220647\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:14Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 03:00:14'),
(290,'8c5edfad-83c1-4cef-b052-132df367b28f',1,'wamid.CBC0E1B95F24165B7BF03DFA36B04DDD',17,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Intan, pesananmu masih menunggu \\ud83d\\uded2\"}, \"context\": {\"from\": \"6281291503855\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:15Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-05 03:00:15'),
(291,'5dcbdb27-b1e4-4cf0-ab38-da1a681fa157',1,'wamid.6A6278CF52DFD21FEBBECE41EFAE89AA',18,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Arif, pesananmu masih menunggu \\ud83d\\uded2\"}, \"context\": {\"from\": \"6281273489209\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:16Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 03:00:16'),
(292,'dbadd89e-78c3-4a1d-a738-fb6c6ac62cf6',1,'wamid.D0E726DF4D591B14D39FE04D1CC65154',19,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Sri, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281223956522\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:17Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 03:00:17'),
(293,'13b95cdb-cd50-4026-9b84-acf0559b2b2e',1,'wamid.DA35BA4494EEF58433DFBE35D1C6C672',20,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Galih, pesananmu masih menunggu \\ud83d\\uded2\"}, \"context\": {\"from\": \"6281251374630\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:18Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 03:00:18'),
(294,'e7cf0898-8bed-4caf-a8ab-66659b7ad6f8',1,'wamid.9F682A3295B0C18BED01B294E8AAC6A6',21,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Citra, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281265519406\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:19Z\"}',NULL,'sent',0,NULL,NULL,'2025-10-05 03:00:19'),
(295,'771672bc-ce1a-493e-b970-0c342c00978e',1,'wamid.8DBB854699F0D64D6D8429F80609A948',22,NULL,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Hai Reza, pesananmu masih menunggu 🛒\"}, \"context\": {\"from\": \"6281266300395\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T03:00:20Z\"}',NULL,'delivered',0,NULL,NULL,'2025-10-05 03:00:20'),
(296,'b432e4bc-feb1-46db-93e5-56bd55e1fa0a',2,'wamid.97D1E4AD0F16A1E11B51130AE48F8876',46,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Totalnya Rp42235.000 kak\"}, \"context\": {\"from\": \"6281250371832\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T07:45:08Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 07:45:08'),
(297,'a1f32334-45a9-4875-a59b-74f25a55d6c5',1,'wamid.C062046EB82AF625FD162B0D90DEB8F4',8,NULL,'inbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Berapa harga 1 kg?\"}, \"context\": {\"from\": \"6281292619020\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T08:08:06Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 08:08:06'),
(298,'e667693c-3bde-460c-a2fd-57c4790a2e77',2,'wamid.93A11366955C963729162888F6C70084',48,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281237099539\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T10:55:27Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 10:55:27'),
(299,'b9ded8d3-f655-49e9-a71a-9f8cea694b8b',1,'wamid.71D9676FB875A0D693D76226F9413533',16,2,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281233220647\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T12:18:36Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 12:18:36'),
(300,'a8674ffd-f88a-4a9d-b1ae-9c281bd53915',2,'wamid.C27521F12937283A086CEDE86EC98CD7',37,4,'outbound','{\"message_type\": \"text\", \"content\": {\"text\": \"Mohon maaf, stok kosong sampai Senin\"}, \"context\": {\"from\": \"6281245886557\"}, \"buttons\": [], \"timestamp\": \"2025-10-05T14:59:11Z\"}',NULL,'read',1,NULL,NULL,'2025-10-05 14:59:11');
/*!40000 ALTER TABLE `chats` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `contacts`
--

DROP TABLE IF EXISTS `contacts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `contacts` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `uuid` char(50) NOT NULL,
  `workspace_id` int(11) NOT NULL,
  `first_name` varchar(255) DEFAULT NULL,
  `last_name` varchar(255) DEFAULT NULL,
  `phone` varchar(255) DEFAULT NULL,
  `email` varchar(255) DEFAULT NULL,
  `avatar` varchar(255) DEFAULT NULL,
  `address` text DEFAULT NULL,
  `metadata` text DEFAULT NULL,
  `latest_chat_created_at` timestamp NULL DEFAULT NULL,
  `is_favorite` tinyint(4) NOT NULL DEFAULT 0,
  `created_by` int(11) NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `contacts_uuid_unique` (`uuid`),
  KEY `contacts_workspace_id_index` (`workspace_id`),
  KEY `idx_contacts_first_name` (`first_name`(10)),
  KEY `idx_contacts_latest_chat` (`latest_chat_created_at`),
  FULLTEXT KEY `idx_contact_fulltext` (`first_name`,`last_name`,`phone`,`email`)
) ENGINE=InnoDB AUTO_INCREMENT=61 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `contacts`
--

LOCK TABLES `contacts` WRITE;
/*!40000 ALTER TABLE `contacts` DISABLE KEYS */;
INSERT INTO `contacts` VALUES
(1,'0c230ac3-d6e9-431e-a617-df3020e7166a',1,'Siti','Rahayu','+6281276062486','contact1@example.org',NULL,'Jl. Surabaya No. 62','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:00',1,2,'2025-07-01 17:36:32','2025-07-01 17:36:32',NULL),
(2,'7fa958d8-65c3-42f2-b0da-0c15bfc49041',1,'Andi','Wijaya','+6281282376455',NULL,NULL,'Jl. Denpasar No. 20','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-02 19:33:12',0,2,'2025-07-15 16:33:03','2025-07-15 16:33:03',NULL),
(3,'89e47c0a-5db1-42e4-a6d4-af1e8fe60d46',1,'Putri','Anggraini','+6281281264665','contact3@example.org',NULL,NULL,NULL,'2025-10-05 03:00:02',0,2,'2025-07-08 21:04:52','2025-07-08 21:04:52',NULL),
(4,'788e0cff-0b02-4a56-a1b9-d71c51a915c6',1,'Joko','Susilo','+6281233273328',NULL,NULL,'Jl. Surabaya No. 75','{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:03',0,2,'2025-03-04 05:02:09','2025-03-04 05:02:09',NULL),
(5,'fa16f86d-cbbb-4bf1-a24f-3fb24346d137',1,'Maya','Kusuma','+6281218828923','contact5@example.org',NULL,'Jl. Bandung No. 34','{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:04',0,2,'2025-08-14 08:31:15','2025-08-14 08:31:15',NULL),
(6,'bedfbe48-3bab-40e6-8395-78ef1eb79f12',1,'Bayu','Nugroho','+6281229747720','contact6@example.org',NULL,'Jl. Denpasar No. 52','{\"custom_fields\": {\"tags\": [\"newsletter\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:05',0,2,'2025-07-27 08:33:44','2025-07-27 08:33:44',NULL),
(7,'08a44955-69bf-4684-9841-470c8cebc3dd',1,'Rina','Marlina','+6281284532211','contact7@example.org',NULL,NULL,NULL,'2025-10-05 03:00:06',0,2,'2025-06-02 16:55:38','2025-06-02 16:55:38',NULL),
(8,'0209c41d-93ba-41ba-a307-792d065f3642',1,'Eko','Prasetyo','+6281292619020','contact8@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"reseller\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 08:08:06',0,2,'2025-08-06 03:23:23','2025-08-06 03:23:23',NULL),
(9,'c754809e-9045-4702-a86f-05860807a728',1,'Wati','Suryani','+6281284865992','contact9@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:08',0,2,'2025-05-29 00:28:08','2025-05-29 00:28:08',NULL),
(10,'65fdf4b0-71ee-4659-bab3-514f89456ce1',1,'Dimas','Saputra','+6281240254937',NULL,NULL,'Jl. Denpasar No. 24',NULL,'2025-10-05 03:00:09',1,2,'2025-06-13 09:20:56','2025-06-13 09:20:56',NULL),
(11,'ffc830bd-ada3-4f70-b1f6-34eb597ea864',1,'Ayu','Permata','+6281264968108','contact11@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:10',0,2,'2025-06-20 12:50:59','2025-06-20 12:50:59',NULL),
(12,'b229242b-365e-4df1-8c86-03c2ba9d0dc2',1,'Hendra','Gunawan','+6281264185119','contact12@example.org',NULL,'Jl. Bandung No. 77','{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}',NULL,0,2,'2025-04-10 19:51:36','2025-04-10 19:51:36','2025-09-04 01:00:00'),
(13,'116b5d4c-ab7c-45ff-96c4-aefc51077376',1,'Fitri','Handayani','+6281280884360','contact13@example.org',NULL,'Jl. Medan No. 67','{\"custom_fields\": {\"tags\": [\"reseller\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-05 03:00:11',0,2,'2025-03-17 23:03:52','2025-03-17 23:03:52',NULL),
(14,'d2d45d5e-ca4b-4951-9b05-1190f323856d',1,'Yusuf','Maulana','+6281269098645','contact14@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:12',0,2,'2025-07-03 06:35:01','2025-07-03 06:35:01',NULL),
(15,'2eaf5f0b-c904-4ffe-b21b-27a4b0571e66',1,'Nadia','Safitri','+6281220589746','contact15@example.org',NULL,'Jl. Denpasar No. 61','{\"custom_fields\": {\"tags\": [\"newsletter\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-05 03:00:13',0,2,'2025-06-17 06:42:53','2025-06-17 06:42:53',NULL),
(16,'3acadaa1-4a6e-4197-8f15-8a3a2b2c69ef',1,'Teguh','Firmansyah','+6281233220647',NULL,NULL,NULL,'{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-05 12:18:36',0,2,'2025-05-30 17:15:56','2025-05-30 17:15:56',NULL),
(17,'941cb305-0261-43c2-a52c-bc50e5c00384',1,'Intan','Puspita','+6281291503855','contact17@example.org',NULL,'Jl. Surabaya No. 90',NULL,'2025-10-05 03:00:15',0,2,'2025-07-29 12:07:28','2025-07-29 12:07:28',NULL),
(18,'43136010-6b12-4418-9771-8877657c91ac',1,'Arif','Hidayat','+6281273489209',NULL,NULL,NULL,'{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:16',0,2,'2025-05-10 13:22:07','2025-05-10 13:22:07',NULL),
(19,'4d84b108-d689-4879-99b6-b776356f27dc',1,'Sri','Mulyani','+6281223956522','contact19@example.org',NULL,'Jl. Semarang No. 88','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:17',1,2,'2025-03-22 20:04:34','2025-03-22 20:04:34',NULL),
(20,'b717c7f2-f61f-4686-a323-5e5e10307ef1',1,'Galih','Ramadhan','+6281251374630','contact20@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-05 03:00:18',0,2,'2025-08-17 02:11:05','2025-08-17 02:11:05',NULL),
(21,'f9d595ec-c5c2-48fe-b6c5-954bf40d51f6',1,'Citra','Dewanti','+6281265519406',NULL,NULL,NULL,'{\"custom_fields\": {\"tags\": [\"reseller\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-05 03:00:19',0,2,'2025-06-10 02:58:18','2025-06-10 02:58:18',NULL),
(22,'3c8bac53-ee00-4881-8699-660df9e6e710',1,'Reza','Fahlevi','+6281266300395','contact22@example.org',NULL,'Jl. Makassar No. 63','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 03:00:20',0,2,'2025-07-06 11:46:50','2025-07-06 11:46:50',NULL),
(23,'4ecc21ad-9d88-4cdb-93a6-8557dc3acef0',1,'Lina','Oktaviani','+6281260694518','contact23@example.org',NULL,'Jl. Yogyakarta No. 84','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-10 03:00:21',0,2,'2025-06-26 20:10:58','2025-06-26 20:10:58',NULL),
(24,'05631a17-4ae8-419a-99e6-bc3498e20c94',1,'Wahyu','Setiawan','+6281274020538','contact24@example.org',NULL,'Jl. Jakarta No. 84','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-22 07:32:51',0,2,'2025-03-04 22:47:47','2025-03-04 22:47:47',NULL),
(25,'895dac04-ebc4-40f3-8f61-629d617ac9a1',1,'Ratna','Sari','+6281212729981','contact25@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-01 07:25:27',0,2,'2025-04-23 10:05:52','2025-04-23 10:05:52',NULL),
(26,'0fd7efcc-273d-4cdf-bbda-719ed63b0830',1,'Fajar','Kurniawan','+6281237184299','contact26@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-27 11:14:29',0,2,'2025-02-16 14:40:52','2025-02-16 14:40:52',NULL),
(27,'1a80ad85-bcb7-4ff5-a778-5237642fbc5b',1,'Mega','Utami','+6281210720074','contact27@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"reseller\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-04 06:19:20',0,2,'2025-03-02 19:54:21','2025-03-02 19:54:21',NULL),
(28,'d4a0991b-5db8-412c-b902-207ad35224a8',1,'Iwan','Setiabudi','+6281214149632',NULL,NULL,'Jl. Yogyakarta No. 19','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-09-24 07:12:12',1,2,'2025-02-13 10:28:04','2025-02-13 10:28:04',NULL),
(29,'717df69f-bb7d-4522-a585-746a296e6050',1,'Novi','Astuti','+6281243160593',NULL,NULL,'Jl. Semarang No. 23','{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-09-22 21:11:52',0,2,'2025-02-18 13:58:34','2025-02-18 13:58:34',NULL),
(30,'03ffd6fe-97c4-4d3b-84dc-0e3ca4f02704',1,'Surya','Atmaja','+6281228390014','contact30@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-30 04:14:51',0,2,'2025-03-24 17:59:20','2025-03-24 17:59:20',NULL),
(31,'126d49be-58ef-4e82-89a9-fbeebbe44439',1,'Tuti','Herawati','+6281274683246','contact31@example.org',NULL,'Jl. Semarang No. 48','{\"custom_fields\": {\"tags\": [\"newsletter\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-09-21 16:02:13',0,2,'2025-06-16 03:36:06','2025-06-16 03:36:06',NULL),
(32,'c60c3579-50fb-421c-87d1-1021939d9495',1,'Dani','Alamsyah','+6281237453076','contact32@example.org',NULL,'Jl. Surabaya No. 41','{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-25 17:10:09',0,2,'2025-05-23 08:21:17','2025-05-23 08:21:17',NULL),
(33,'763efd04-44e2-48a4-8d8a-fc79ad427211',1,'Yuni','Shara','+6281229628627','contact33@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-12 21:51:03',0,2,'2025-03-20 23:03:18','2025-03-20 23:03:18',NULL),
(34,'aeadaf7a-1b78-4baa-8e2f-11f68d339911',1,'Bambang','Sutrisno','+6281211974560','contact34@example.org',NULL,'Jl. Denpasar No. 52','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-09-10 03:00:32',0,2,'2025-07-02 17:35:32','2025-07-02 17:35:32',NULL),
(35,'86e752b3-5556-4438-a11c-02dc8381b9fa',2,'José','García','+6281221189174','contact35@example.org',NULL,'Jl. Surabaya No. 3','{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-01 09:34:04',0,4,'2025-04-17 05:18:18','2025-04-17 05:18:18',NULL),
(36,'bbe61c67-a514-4a79-a147-046164c5c62a',2,'Zoë','Müller','+6281252950034','contact36@example.org',NULL,'Jl. Makassar No. 15','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-24 12:55:48',0,4,'2025-05-02 13:57:10','2025-05-02 13:57:10',NULL),
(37,'cc628bc1-e310-48d7-985d-15b817492063',2,'佐藤','美咲','+6281245886557','contact37@example.org',NULL,NULL,NULL,'2025-10-05 14:59:11',1,4,'2025-08-01 07:51:31','2025-08-01 07:51:31',NULL),
(38,'80af8431-b753-41d1-aacf-0107af333f9b',2,'Ольга','Смирнова','+6281240721631','contact38@example.org',NULL,'Jl. Medan No. 39','{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-02 15:03:40',0,4,'2025-07-10 02:59:07','2025-07-10 02:59:07',NULL),
(39,'0fbe38e9-ef81-4a84-bab1-339269dedb32',2,'Nguyễn','Thị Hoa','+6281281867168','contact39@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"newsletter\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-02 02:58:55',0,4,'2025-08-01 04:16:41','2025-08-01 04:16:41',NULL),
(40,'19f616be-8ba3-4c4c-91ae-dcdb82bb6bd3',2,'Şahin','Yıldız','+6281264619198','contact40@example.org',NULL,'Jl. Yogyakarta No. 3','{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-09-29 04:24:43',0,4,'2025-07-04 19:21:52','2025-07-04 19:21:52',NULL),
(41,'014e18d6-4894-417c-a071-c0929e39156d',2,'François','Lefèvre','+6281237545776','contact41@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-09-27 10:27:53',0,4,'2025-04-07 21:57:08','2025-04-07 21:57:08',NULL),
(42,'eb93c329-0082-4afa-aabb-266707ff9f59',2,'Ana','Gonçalves','+6281215131731','contact42@example.org',NULL,'Jl. Bandung No. 57','{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-09-21 03:00:07',0,4,'2025-08-08 23:38:28','2025-08-08 23:38:28',NULL),
(43,'5f517095-3723-40e0-87f1-deb75b417223',2,'李','娜','+6281286673575','contact43@example.org',NULL,'Jl. Jakarta No. 88','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-09-23 03:28:53',0,4,'2025-05-27 03:23:06','2025-05-27 03:23:06',NULL),
(44,'c4ebbfc7-4e17-4525-b1d3-e932dfb2f046',2,'محمد','العلي','+6281241781809','contact44@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"reseller\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-22 13:19:45',0,4,'2025-06-08 03:51:47','2025-06-08 03:51:47',NULL),
(45,'24f712e6-8c2c-4f81-a0c0-82c8edf414b8',2,'Chloé','Dubois','+6281257426723',NULL,NULL,'Jl. Surabaya No. 13','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-21 03:00:10',0,4,'2025-06-13 00:59:21','2025-06-13 00:59:21',NULL),
(46,'78213839-9116-432b-be0d-f38da869af9f',2,'Björn','Ångström','+6281250371832','contact46@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": false}}','2025-10-05 07:45:08',1,4,'2025-02-23 22:44:16','2025-02-23 22:44:16',NULL),
(47,'9c17bd46-f19d-4821-aba9-6d94c33d1c0c',2,'Kwame','Mensah','+6281224045096','contact47@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"pelanggan baru\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-21 03:00:12',0,4,'2025-06-03 04:29:42','2025-06-03 04:29:42',NULL),
(48,'e636eba6-84ab-4e4d-a983-da1c3ba9a3a2',2,'Priya','Sharma','+6281237099539',NULL,NULL,'Jl. Makassar No. 8','{\"custom_fields\": {\"tags\": [\"newsletter\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-10-05 10:55:27',0,4,'2025-07-02 00:34:54','2025-07-02 00:34:54',NULL),
(49,'e07a5c7c-46fb-43bb-bc66-27b883fb63ae',2,'김','민준','+6281288502819','contact49@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"id\", \"opt_in_marketing\": true}}','2025-09-21 03:00:14',0,4,'2025-03-13 00:19:54','2025-03-13 00:19:54',NULL),
(50,'2a6d790c-8d1e-44ed-8580-af6c98b85e34',2,'Łukasz','Wójcik','+6281283617253','contact50@example.org',NULL,'Jl. Makassar No. 44',NULL,'2025-09-28 18:45:20',0,4,'2025-05-27 23:10:45','2025-05-27 23:10:45',NULL),
(51,'764c1f8b-bcb7-44e5-a297-ed8d88107b14',3,'Sinéad','O\'Connor','+6281259466804',NULL,NULL,NULL,'{\"custom_fields\": {\"tags\": [\"reseller\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"en\", \"opt_in_marketing\": false}}','2025-10-01 16:44:50',0,6,'2025-05-26 04:20:55','2025-05-26 04:20:55',NULL),
(52,'72943a6f-387a-4729-86ed-0b09022be44b',3,'Jürgen','Groß','+6281214109387',NULL,NULL,'Jl. Denpasar No. 18','{\"custom_fields\": {\"tags\": [\"newsletter\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"en\", \"opt_in_marketing\": true}}','2025-09-08 10:01:06',0,6,'2025-05-06 08:57:01','2025-05-06 08:57:01',NULL),
(53,'a0f6ff5b-3d03-4172-a354-2f2b698d9af3',3,'Aisha','Bello','+6281252224488','contact53@example.org',NULL,'Jl. Medan No. 37',NULL,'2025-09-26 01:41:56',0,6,'2025-04-05 01:54:48','2025-04-05 01:54:48',NULL),
(54,'481c62ba-9070-4148-befd-2421e9eb9f07',3,'Mateo','Fernández','+6281240485472','contact54@example.org',NULL,NULL,NULL,'2025-09-09 12:52:12',0,6,'2025-02-17 21:01:06','2025-02-17 21:01:06',NULL),
(55,'fb2ba1c1-2162-4482-8be3-c6f1b00e4623',3,'Søren','Ødegård','+6281269208555',NULL,NULL,NULL,'{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"en\", \"opt_in_marketing\": true}}','2025-09-22 15:22:30',1,6,'2025-08-16 01:00:57','2025-08-16 01:00:57',NULL),
(56,'6543f25f-59ce-452e-bda4-18900241fe03',3,'Elif','Demir','+6281299360695',NULL,NULL,'Jl. Bandung No. 73','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"en\", \"opt_in_marketing\": true}}','2025-09-28 11:51:18',0,6,'2025-03-28 00:30:47','2025-03-28 00:30:47',NULL),
(57,'934cd2fa-7698-4844-9ddb-bcb0e5c0aa47',3,'Ivana','Kovačić','+6281258882360',NULL,NULL,'Jl. Denpasar No. 7','{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"en\", \"opt_in_marketing\": true}}','2025-09-30 03:36:15',0,6,'2025-07-03 03:35:37','2025-07-03 03:35:37',NULL),
(58,'ce70440c-0531-43ea-8258-21cbd74c3325',3,'Τάσος','Παπαδόπουλος','+6281277563318','contact58@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"vip\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"en\", \"opt_in_marketing\": false}}','2025-10-01 17:22:43',0,6,'2025-04-19 23:42:33','2025-04-19 23:42:33',NULL),
(59,'3d47ab41-cd42-4188-8ab2-4f7139ed3930',3,'Liam','D\'Souza','+6281288744372','contact59@example.org',NULL,NULL,'{\"custom_fields\": {\"tags\": [\"grosir\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"en\", \"opt_in_marketing\": true}}','2025-10-02 06:54:17',0,6,'2025-04-28 05:44:58','2025-04-28 05:44:58',NULL),
(60,'d1b21785-5ffd-4c6a-9c0e-8d0ebb89f25f',3,'Amélie','Côté','+6281255345253',NULL,NULL,'Jl. Denpasar No. 76','{\"custom_fields\": {\"tags\": [\"newsletter\"], \"source\": \"website_chat\"}, \"preferences\": {\"language\": \"en\", \"opt_in_marketing\": false}}',NULL,0,6,'2025-05-29 21:05:33','2025-05-29 21:05:33',NULL);
/*!40000 ALTER TABLE `contacts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `settings`
--

DROP TABLE IF EXISTS `settings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `settings` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `key` varchar(255) NOT NULL,
  `value` text DEFAULT NULL,
  `type` varchar(50) DEFAULT 'string',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `settings_key_unique` (`key`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `settings`
--

LOCK TABLES `settings` WRITE;
/*!40000 ALTER TABLE `settings` DISABLE KEYS */;
INSERT INTO `settings` VALUES
(1,'app_name','Blazz CRM','string','2025-09-01 01:00:00',NULL),
(2,'max_upload_mb','16','integer','2025-09-01 01:00:00',NULL),
(3,'maintenance','0','boolean','2025-09-01 01:00:00',NULL);
/*!40000 ALTER TABLE `settings` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `teams`
--

DROP TABLE IF EXISTS `teams`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `teams` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `uuid` char(50) NOT NULL,
  `workspace_id` bigint(20) unsigned NOT NULL,
  `user_id` bigint(20) unsigned NOT NULL,
  `role` enum('owner','manager') NOT NULL DEFAULT 'manager',
  `status` enum('active','suspended') NOT NULL DEFAULT 'active',
  `created_by` bigint(20) unsigned NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `teams_uuid_unique` (`uuid`),
  KEY `idx_team_membership_complete` (`workspace_id`,`user_id`,`role`,`created_at`),
  KEY `teams_user_id_foreign` (`user_id`),
  KEY `teams_created_by_foreign` (`created_by`),
  CONSTRAINT `teams_created_by_foreign` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `teams_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `teams_workspace_id_foreign` FOREIGN KEY (`workspace_id`) REFERENCES `workspaces` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `teams`
--

LOCK TABLES `teams` WRITE;
/*!40000 ALTER TABLE `teams` DISABLE KEYS */;
INSERT INTO `teams` VALUES
(1,'3c3bc7ca-05ec-4d0d-9b18-0c2fa96e5c8c',1,2,'owner','active',1,'2024-09-26 01:00:00','2024-09-26 01:00:00',NULL),
(2,'39bc3f72-f0c8-41a9-9407-056973520e00',1,3,'manager','active',1,'2024-10-26 01:00:00','2024-10-26 01:00:00',NULL),
(3,'93da0e96-4385-42fe-907d-981f37908368',2,4,'owner','active',1,'2024-11-25 01:00:00','2024-11-25 01:00:00',NULL),
(4,'d732ea0c-e70b-4796-819b-7c9860c040b6',2,5,'manager','suspended',1,'2024-12-25 01:00:00','2024-12-25 01:00:00',NULL),
(5,'d461255a-2a37-45b6-a703-a31e6660ed5e',3,6,'owner','active',1,'2025-01-24 01:00:00','2025-01-24 01:00:00',NULL),
(6,'9ac7c08a-e134-4ba4-9817-9d2b1fd91db8',3,7,'manager','active',1,'2025-02-23 01:00:00','2025-02-23 01:00:00',NULL);
/*!40000 ALTER TABLE `teams` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `users`
--

DROP TABLE IF EXISTS `users`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `users` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `first_name` varchar(128) NOT NULL,
  `last_name` varchar(128) DEFAULT NULL,
  `email` varchar(191) NOT NULL,
  `avatar` varchar(191) DEFAULT NULL,
  `role` varchar(191) NOT NULL DEFAULT 'user',
  `phone` varchar(191) DEFAULT NULL,
  `address` text DEFAULT NULL,
  `email_verified_at` timestamp NULL DEFAULT NULL,
  `password` varchar(191) DEFAULT NULL,
  `status` int(11) NOT NULL DEFAULT 1,
  `meta` text DEFAULT NULL,
  `plan` text DEFAULT NULL,
  `plan_id` bigint(20) unsigned DEFAULT NULL,
  `will_expire` date DEFAULT NULL,
  `facebook_id` varchar(255) DEFAULT NULL,
  `google_id` varchar(255) DEFAULT NULL,
  `tfa_secret` varchar(255) DEFAULT NULL,
  `remember_token` varchar(100) DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `users_email_unique` (`email`),
  KEY `idx_user_verification_timeline` (`email_verified_at`,`created_at`),
  KEY `idx_user_role_timeline` (`role`,`created_at`)
) ENGINE=InnoDB AUTO_INCREMENT=8 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `users`
--

LOCK TABLES `users` WRITE;
/*!40000 ALTER TABLE `users` DISABLE KEYS */;
INSERT INTO `users` VALUES
(1,'Agus','Hartono','user1@example.com',NULL,'super_admin','+628120000001',NULL,'2024-08-27 01:00:00','made-up',1,'{\"locale\": \"id\"}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2024-08-27 01:00:00','2024-08-27 01:00:00',NULL),
(2,'Dewi','Lestari','user2@example.com',NULL,'user','+628120000002',NULL,'2024-09-26 01:00:00','made-up',1,'{\"locale\": \"id\"}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2024-09-26 01:00:00','2024-09-26 01:00:00',NULL),
(3,'Budi','Santoso','user3@example.com',NULL,'user','+628120000003',NULL,'2024-10-26 01:00:00','made-up',1,'{\"locale\": \"id\"}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2024-10-26 01:00:00','2024-10-26 01:00:00',NULL),
(4,'Larasati','Wulandari','user4@example.com',NULL,'user','+628120000004',NULL,'2024-11-25 01:00:00','made-up',1,'{\"locale\": \"id\"}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2024-11-25 01:00:00','2024-11-25 01:00:00',NULL),
(5,'Rizky','Pratama','user5@example.com',NULL,'user','+628120000005',NULL,'2024-12-25 01:00:00','made-up',1,'{\"locale\": \"id\"}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2024-12-25 01:00:00','2024-12-25 01:00:00',NULL),
(6,'Ingrid','Bjørnstad','user6@example.com',NULL,'user','+628120000006',NULL,'2025-01-24 01:00:00','made-up',1,'{\"locale\": \"id\"}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2025-01-24 01:00:00','2025-01-24 01:00:00',NULL),
(7,'Seán','O\'Brien','user7@example.com',NULL,'user','+628120000007',NULL,'2025-02-23 01:00:00',NULL,1,'{\"locale\": \"id\"}',NULL,NULL,NULL,NULL,'1000000000000000007',NULL,NULL,'2025-02-23 01:00:00','2025-02-23 01:00:00',NULL);
/*!40000 ALTER TABLE `users` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `workspaces`
--

DROP TABLE IF EXISTS `workspaces`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `workspaces` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `uuid` char(50) NOT NULL,
  `identifier` varchar(128) NOT NULL,
  `name` varchar(255) DEFAULT NULL,
  `address` text DEFAULT NULL,
  `metadata` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `timezone` varchar(128) DEFAULT NULL,
  `status` varchar(20) DEFAULT 'active',
  `created_by` bigint(20) unsigned NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `workspaces_uuid_unique` (`uuid`),
  KEY `idx_org_creator_timeline` (`created_by`,`created_at`),
  KEY `idx_org_status_performance` (`status`,`created_at`),
  CONSTRAINT `workspaces_created_by_foreign` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `workspaces`
--

LOCK TABLES `workspaces` WRITE;
/*!40000 ALTER TABLE `workspaces` DISABLE KEYS */;
INSERT INTO `workspaces` VALUES
(1,'13a087a8-43b7-44f2-ba81-187538755324','kopi-nusantara','Kopi Nusantara','Jl. Merdeka No. 1\nSemarang','{\"features_enabled\": [\"campaigns\", \"auto_replies\"], \"usage_limits\": {\"contacts\": 10000}}','Asia/Jakarta','active',2,'2024-11-05 01:00:00','2025-09-01 01:00:00',NULL),
(2,'ac020e77-04fa-4a0b-92cb-3cfc2e9b56a5','batik-larasati','Batik Larasati','Jl. Merdeka No. 2\nMakassar','{\"features_enabled\": [\"campaigns\", \"auto_replies\"], \"usage_limits\": {\"contacts\": 10000}}','Asia/Jakarta','active',4,'2024-11-05 01:00:00','2025-09-01 01:00:00',NULL),
(3,'209ad2be-0bb7-4dc5-bada-448404c68c15','nordlys-outdoor','Nordlys Outdoor',NULL,'{\"features_enabled\": [\"campaigns\", \"auto_replies\"], \"usage_limits\": {\"contacts\": 10000}}','Europe/Oslo','trial',6,'2024-11-05 01:00:00','2025-09-01 01:00:00',NULL);
/*!40000 ALTER TABLE `workspaces` ENABLE KEYS */;
UNLOCK TABLES;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
