import SQLExpression
import Testing

@Suite struct ColumnListTests {
  @Test(arguments: [
    ("id", ["id"]), ("id, name", ["id", "name"]), (" id ,\n`na``me`,id ", ["id", "na`me", "id"]),
    ("key,interval", ["key", "interval"]),
    ("`desc`, escape", ["desc", "escape"]),
  ])
  func columns(text: String, names: [String]) throws {
    #expect(try ExpressionText(text).columnList().map(\.name) == names)
  }

  @Test(arguments: [
    ("id", "id+"), ("id DESC", "id-"), ("id asc, `order` desc,x", "id+ order- x+"), ("a DESC,`asc`", "a- asc+"),
  ])
  func orders(text: String, order: String) throws {
    let columns = try ExpressionText(text).orderList()
    #expect(columns.map { $0.column.name + ($0.isDescending ? "-" : "+") }.joined(separator: " ") == order)
  }

  @Test func columnsKnowWhereTheyStand() throws {
    #expect(try ExpressionText("é, `b` DESC").orderList().map(\.column.range) == [0..<2, 4..<7])
    #expect(try ExpressionText("é, `b`").columnList().map(\.range) == [0..<2, 4..<7])
  }

  @Test(arguments: [
    ("", "at character 1: expected a column name, found end of list"),
    ("id,", "at character 4: expected a column name after ',', found end of list"),
    (",id", "at character 1: expected a column name, found ','"),
    ("id name", "at character 4: expected ',' or the end after 'id', found 'name'"),
    ("id DESC", "at character 4: expected ',' or the end after 'id', found 'DESC'"),
    ("null", "at character 1: expected a column name, found 'null'; a reserved word is a name only in backticks"),
    ("1", "at character 1: expected a column name, found number 1; a column is named, not numbered"),
    ("'id'", "at character 1: expected a column name, found text 'id'; a name stands in backticks or in no quotes"),
    ("*", "at character 1: expected a column name, found '*'; without a list all columns are meant"),
    ("t.id", "at character 1: expected a column, found 't.'; a column is named without its table"),
    ("id;", "at character 3: expected ',' or the end after 'id', found ';'; leave the ';' out"),
    ("`id", "at character 1: expected a closing ` for the name that begins here, found end of list"),
  ])
  func columnErrors(text: String, message: String) {
    let error = #expect(throws: ExpressionError.self) { try ExpressionText(text).columnList() }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    ("desc", "at character 1: expected a column name, found 'desc'; a reserved word is a name only in backticks"),
    ("id DESC name", "at character 9: expected ',' or the end after 'DESC', found 'name'"),
    ("id name", "at character 4: expected ASC, DESC, ',' or the end after 'id', found 'name'"),
    ("rand()", "at character 1: expected a column, found 'rand('; functions are not supported"),
    ("-id", "at character 1: expected a column name, found '-'; arithmetic is not supported"),
    ("id = 1", "at character 4: expected ASC, DESC, ',' or the end after 'id', found '='"),
  ])
  func orderErrors(text: String, message: String) {
    let error = #expect(throws: ExpressionError.self) { try ExpressionText(text).orderList() }
    #expect(error?.description == message)
  }
}
