/// Members by group, in ascending order: eight bytes a member at most.
struct Grouping {
  /// By group, where its members begin; one more than there are groups.
  private let starts: [Int]
  private let members: [UInt32]

  /// - Parameter groups: the group of each member.
  init(_ groups: [UInt32], count: Int) {
    var ends = [Int](repeating: 0, count: count + 1)
    for group in groups { ends[Int(group) + 1] += 1 }
    for group in 0..<count { ends[group + 1] += ends[group] }
    starts = ends
    var members = [UInt32](repeating: 0, count: groups.count)
    for (member, group) in groups.enumerated() {
      members[ends[Int(group)]] = UInt32(member)
      ends[Int(group)] += 1
    }
    self.members = members
  }

  /// How many members a group has.
  func count(of group: Int) -> Int { starts[group + 1] - starts[group] }

  /// A member by its place in the group.
  func member(_ place: Int, of group: Int) -> Int { Int(members[starts[group] + place]) }

  /// How many members of a group are lower than a number.
  func count(of group: Int, below limit: Int) -> Int {
    var (low, high) = (starts[group], starts[group + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(members[middle]) < limit { low = middle + 1 } else { high = middle }
    }
    return low - starts[group]
  }
}
