import BlazzDB
@main struct B { static func main() {} }
