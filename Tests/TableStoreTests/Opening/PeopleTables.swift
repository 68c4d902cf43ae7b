import Foundation
import TableStore

// The table `people` as several versions of a program might declare it. They lie at the top of the file, since a table
// cannot be declared inside another type.

/// As it was first declared.
@Table("people", id: 40)
struct Person: Equatable {
  var id: ID<Person>
  @Column(.varchar(20)) var name: String
  var age: Int32?
  static let byName = Index("people_name", id: 1, on: \.name)
}

/// With columns appended.
@Table("people", id: 40)
struct LongerPerson: Equatable {
  var id: ID<LongerPerson>
  @Column(.varchar(20)) var name: String
  var age: Int32?
  @Column(.varchar(20)) var city: String = "Bandung"
  var height: Int32?
  var weight: Int32 = -3
  @Column(.decimal(6, 2)) var balance: Decimal?
  static let byName = Index("people_name", id: 1, on: \.name)
}

/// With a column that old rows cannot have.
@Table("people", id: 40)
struct PersonNeedingCity: Equatable {
  var id: ID<PersonNeedingCity>
  @Column(.varchar(20)) var name: String
  var age: Int32?
  @Column(.varchar(20)) var city: String
  static let byName = Index("people_name", id: 1, on: \.name)
}

/// Another type.
@Table("people", id: 40)
struct PersonWithLongAge: Equatable {
  var id: ID<PersonWithLongAge>
  @Column(.varchar(20)) var name: String
  var age: Int64?
  static let byName = Index("people_name", id: 1, on: \.name)
}

/// Another length.
@Table("people", id: 40)
struct PersonWithLongName: Equatable {
  var id: ID<PersonWithLongName>
  @Column(.varchar(21)) var name: String
  var age: Int32?
  static let byName = Index("people_name", id: 1, on: \.name)
}

/// Another name.
@Table("people", id: 40)
struct PersonWithTitle: Equatable {
  var id: ID<PersonWithTitle>
  @Column(.varchar(20)) var title: String
  var age: Int32?
  static let byName = Index("people_name", id: 1, on: \.title)
}

/// NOT NULL.
@Table("people", id: 40)
struct PersonWithAge: Equatable {
  var id: ID<PersonWithAge>
  @Column(.varchar(20)) var name: String
  var age: Int32
  static let byName = Index("people_name", id: 1, on: \.name)
}

/// A column in the middle.
@Table("people", id: 40)
struct PersonWithColumnBetween: Equatable {
  var id: ID<PersonWithColumnBetween>
  @Column(.varchar(20)) var name: String
  var between: Int32?
  var age: Int32?
  static let byName = Index("people_name", id: 1, on: \.name)
}

/// A column less.
@Table("people", id: 40)
struct PersonWithoutAge: Equatable {
  var id: ID<PersonWithoutAge>
  @Column(.varchar(20)) var name: String
  static let byName = Index("people_name", id: 1, on: \.name)
}

/// Another kind of index.
@Table("people", id: 40)
struct PersonOfUniqueName: Equatable {
  var id: ID<PersonOfUniqueName>
  @Column(.varchar(20)) var name: String
  var age: Int32?
  static let byName = Index.unique("people_name", id: 1, on: \.name)
}

/// Another column in an index.
@Table("people", id: 40)
struct PersonByNameAndAge: Equatable {
  var id: ID<PersonByNameAndAge>
  @Column(.varchar(20)) var name: String
  var age: Int32?
  static let byName = Index("people_name", id: 1, on: \.name, \.age)
}

/// A prefix in an index.
@Table("people", id: 40)
struct PersonByNamePrefix: Equatable {
  var id: ID<PersonByNamePrefix>
  @Column(.varchar(20)) var name: String
  var age: Int32?
  static let byName = Index("people_name", id: 1, on: \.name[prefix: 3])
}

/// Another table id.
@Table("people", id: 41)
struct PersonOfOtherNumber: Equatable {
  var id: ID<PersonOfOtherNumber>
  @Column(.varchar(20)) var name: String
  var age: Int32?
  static let byName = Index("people_name", id: 1, on: \.name)
}

let changedPeople: [any Table.Type] = [
  PersonWithLongAge.self, PersonWithLongName.self, PersonWithTitle.self, PersonWithAge.self,
  PersonWithColumnBetween.self, PersonWithoutAge.self, PersonOfUniqueName.self, PersonByNameAndAge.self,
  PersonByNamePrefix.self, PersonOfOtherNumber.self,
]
