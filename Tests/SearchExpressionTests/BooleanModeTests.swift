import SearchExpression
import Testing

@Suite struct BooleanModeTests {
  @Test(arguments: [
    ("john", "john"), ("john doe", "john doe"), ("  john\t\n doe\u{A0}\u{3000}x ", "john doe x"),
    ("john\u{0}doe", "john doe"), ("john.doe@example.com", "john.doe@example.com"), ("O'Brien", "O'Brien"),
    ("O’Brien", "O’Brien"), ("jean-pierre", "jean-pierre"), ("O\u{2BC}Brien", "O\u{2BC}Brien"),
    ("a_b+c~d<e>f", "a_b+c~d<e>f"), ("0812/345 1/15/2024 ١/٢", "0812/345 1/15/2024 ١/٢"), ("co\u{AD}op", "co\u{AD}op"),
    ("José", "José"), ("Jose\u{301}", "Jose\u{301}"), ("สมชาย ใจดี 王小明", "สมชาย ใจดี 王小明"), ("½ ② Ⅷ", "½ ② Ⅷ"),
    ("hindi हिन्दी", "hindi हिन्दी"),
  ])
  func words(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: [
    ("john,doe", "john doe"), ("AT&T", "AT T"), ("smith;jose doe|jose", "smith jose doe jose"), ("a/1/b", "a 1 b"),
    ("+john,doe", "(required (any (required john) (required doe)))"),
    ("-a:b ~c=d", "(excluded (any (required a) (required b))) (negated (any c d))"),
    ("+>x#1*", "(required raised (any (required x) (required (prefix 1))))"), ("a,b*", "a (prefix b)"),
    ("(jose,garcia)", "(any jose garcia)"),
    ("john,-doe", "john doe"), ("zero\u{200B}width", "zero width"), ("+john,", "(required john)"), ("a😀b", "a b"),
    ("+a.b!c", "(required (any (required a.b) (required c)))"), ("www.example.com/a?b=c.", "www.example.com a b c"),
    ("a‿b", "a b"),
  ])
  func signsThatMeanNothingPartWords(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: [
    ("Hello, world!", "Hello world"), ("@john #tag $100 .net", "john tag 100 net"), ("c++ c# john-", "c c john"),
    ("_id __ a_ ‿b", "_id a_ b"), ("john & jane – 3", "john jane 3"), ("John Doe, Inc.", "John Doe Inc"),
    ("'john' ‘doe’", "john doe"), ("😀 john😀 a😀b", "john a b"), ("@-john", "john"), ("john @8", "john 8"),
    ("+@john -$5 <.x*", "(required john) (excluded 5) (lowered (prefix x))"), ("（王小明）", "王小明"),
  ])
  func whatStandsAroundAWordIsLeftOut(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: [
    ("+john -doe >x <y ~z", "(required john) (excluded doe) (raised x) (lowered y) (negated z)"),
    ("+62812*", "(required (prefix 62812))"), ("+jo* 62812*", "(required (prefix jo)) (prefix 62812)"),
    ("*5678 +…99 -...1,", "(suffix 5678) (required (suffix 99)) (excluded (suffix 1))"),
    ("+*12", "(required (suffix 12))"),
    ("john.* Inc.*", "(prefix john) (prefix Inc)"), ("-doe", "(excluded doe)"), ("-a -b", "(excluded a) (excluded b)"),
    ("+>a +<b +~c", "(required raised a) (required lowered b) (required negated c)"),
    (">+a <+b ~+c", "(required raised a) (required lowered b) (required negated c)"),
    ("john -doe", "john (excluded doe)"), ("john-doe", "john-doe"), ("a+b -c-d", "a+b (excluded c-d)"),
    ("I <3 you", "I (lowered 3) you"), ("jo*\"a b\"x*(y)", "(prefix jo) (phrase a b) (prefix x) (any y)"),
  ])
  func operators(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: [
    ("\"john doe\"", "(phrase john doe)"), ("“john doe”", "(phrase john doe)"),
    ("„john“ ‟doe”", "(phrase john) (phrase doe)"),
    ("＂john＂", "(phrase john)"), ("\"john”", "(phrase john)"), ("\" +john -(doe)* \"", "(phrase john -(doe)"),
    ("+\"a b\" -“c d”", "(required (phrase a b)) (excluded (phrase c d))"), ("\"a b\" @8", "(near 8 a b)"),
    ("\"a b\"@8", "(near 8 a b)"), ("\"a b\" \t @10000(c)", "(near 10000 a b) (any c)"),
    ("\"a b\" @08", "(near 8 a b)"),
    ("+>\"a b\" @1 c", "(required raised (near 1 a b)) c"), ("(\"a b\"@8)", "(any (near 8 a b))"),
    ("\"a b\"@8\"c\"", "(near 8 a b) (phrase c)"), ("a\"b\"c", "a (phrase b) c"),
    ("\"a\"-b", "(phrase a) (excluded b)"),
    ("\"a b\" & @8", "(phrase a b) 8"), ("\"a, b.\"", "(phrase a, b)"), ("\"a\nb\"", "(phrase a\nb)"),
  ])
  func phrases(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: [
    ("(a b)", "(any a b)"), ("+(a b) -(c)", "(required (any a b)) (excluded (any c))"),
    ("+(>a <b)", "(required (any (raised a) (lowered b)))"),
    (
      "+apple +(>turnover <strudel)",
      "(required apple) (required (any (raised turnover) (lowered strudel)))"
    ),
    ("((a))", "(any (any a))"), ("a(b)c", "a (any b) c"), ("(a)-b", "(any a) (excluded b)"),
    ("( & a )", "(any a)"), (">+(a -(b \"c d\" @3))", "(required raised (any a (excluded (any b (near 3 c d)))))"),
    ("f(x)2", "f (any x) 2"), ("(0812) 345-678", "(any 0812) 345-678"),
  ])
  func groups(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: [
    ("  john   -doe ", "john -doe"), (">+\"a  b \"@08(c)d*", "+>\"a  b\" @8 (c) d*"),
    ("(( a)b ) ~“c”", "((a) b) ~\"c\""),
  ])
  func theDescriptionIsCanonical(text: String, description: String) throws {
    #expect(try SearchText(text).boolean().description == description)
  }

  @Test func aClauseKnowsWhereItStands() throws {
    let search = try SearchText(" é +>(jo*  \"a b\" @3) -x").boolean()
    #expect(search.clauses.map(\.range) == [1..<3, 4..<21, 22..<24])
    let inner = if case .group(let clauses) = search.clauses[1].operand { clauses } else { search.clauses }
    #expect(inner.map(\.range) == [7..<10, 12..<20])
    let parted = try SearchText("a;;b.* -c,d").boolean().clauses
    #expect(parted.map(\.range) == [0..<1, 3..<6, 7..<11])
    #expect(parted.map(\.description) == ["a", "b*", "-(+c +d)"])
    #expect(try SearchText("-\"a\"  b").boolean().clauses.map(\.range) == [0..<4, 6..<7])
  }
}
