extension String {
  /// The SQL name of a Swift property: `workspaceID` → `workspace_id`, `createdAt` → `created_at`.
  var snakeCase: String {
    let letters = Array(self)
    var name = ""
    for (index, letter) in letters.enumerated() {
      if letter.isUppercase && index > 0 {
        let startsWord = !letters[index - 1].isUppercase
        let endsAcronym = index + 1 < letters.count && letters[index + 1].isLowercase
        if startsWord || endsAcronym { name.append("_") }
      }
      name.append(letter.lowercased())
    }
    return name
  }
}
