// The part of the stub of SwiftUI where it meets UIKit and files (README.md).
import UIKit
import UniformTypeIdentifiers

@MainActor public final class UIHostingController<Content: View>: UIViewController { public init(rootView: Content) {} }

extension Image { public init(uiImage: UIImage) { fatalError() } }

public struct UIViewControllerRepresentableContext {}
@MainActor @preconcurrency public protocol UIViewControllerRepresentable: View where Body == Never {
  associatedtype UIViewControllerType: UIViewController
  typealias Context = UIViewControllerRepresentableContext
  func makeUIViewController(context: Context) -> UIViewControllerType
  func updateUIViewController(_ uiViewController: UIViewControllerType, context: Context)
}
extension UIViewControllerRepresentable { public var body: Never { fatalError() } }
extension View {
  public func fileImporter(
    isPresented: Binding<Bool>, allowedContentTypes: [UTType], allowsMultipleSelection: Bool,
    onCompletion: @escaping (Result<[URL], any Error>) -> Void, onCancellation: @escaping () -> Void
  ) -> some View { self }
}
