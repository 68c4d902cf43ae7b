import Testing

@testable import SQLExpression

@Suite struct NearestNameTests {
  private let names = ["id", "uuid", "status", "status_code", "created_at", "updated_at", "workspace_id"]

  @Test(arguments: [
    ("statsu", "status"), ("STATUS", "status"), ("stauts_code", "status_code"), ("createdAt", "created_at"),
    ("create_at", "created_at"), ("workspaceid", "workspace_id"), ("workpsace_di", "workspace_id"), ("uid", "id"),
    ("uuidd", "uuid"), ("", nil), ("x", nil), ("xd", nil), ("statement", nil), ("email", nil), ("deleted_by", nil),
  ])
  func nearest(name: String, expected: String?) { #expect(NearestName.nearest(name, among: names) == expected) }

  @Test func theFirstOfSeveralIsTaken() {
    #expect(NearestName.nearest("name_c", among: ["name_a", "name_b"]) == "name_a")
    #expect(NearestName.nearest("name_b", among: ["name_a", "name_b"]) == "name_b")
    #expect(NearestName.nearest("a", among: []) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "acb", 1), ("abc", "abd", 1), ("ca", "abc", 3),
    ("kitten", "sitting", 3),
    ("é", "e", 1),
  ])
  func distances(left: String, right: String, distance: Int) {
    #expect(NearestName.distance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == distance)
    #expect(NearestName.distance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == distance)
  }

  @Test func longNamesAreNotCompared() {
    let long = String(repeating: "a", count: 60_000)
    #expect(NearestName.nearest(long, among: [long, "a"]) == nil)
    #expect(NearestName.nearest("a", among: [long]) == nil)
  }
}
